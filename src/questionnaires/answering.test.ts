import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, answersIn, faultsIn, itemsAsked, responseItems, scoreOf } from './answering.ts'
import { shippedQuestionnaires } from './load-questionnaires.ts'
import { itemsOf, type Questionnaire } from './questionnaire.ts'
import { readQuestionnaire } from './read-questionnaire.ts'

const weighed = (code: string, valueDecimal: number) => ({
  valueCoding: {
    code,
    display: code,
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal }],
  },
})

const visit = readQuestionnaire({
  resourceType: 'Questionnaire',
  url: 'urn:zmyslone:wizyta',
  version: '1',
  title: 'Zmyślona wizyta',
  status: 'active',
  item: [
    { linkId: 'day', type: 'date', text: 'Kiedy?', required: true },
    { linkId: 'children', type: 'integer', text: 'Ile dzieci?' },
    {
      linkId: 'school',
      type: 'group',
      text: 'Szkoła',
      enableWhen: [{ question: 'children', operator: '>=', answerInteger: 1 }],
      item: [
        {
          linkId: 'school.how',
          type: 'coding',
          text: 'Jak w szkole?',
          answerOption: [weighed('bad', 0), weighed('fair', 1), weighed('good', 2)],
        },
        {
          linkId: 'school.why',
          type: 'text',
          text: 'Co przeszkadza?',
          required: true,
          enableWhen: [{ question: 'school.how', operator: '=', answerCoding: { code: 'bad' } }],
        },
      ],
    },
    {
      linkId: 'help',
      type: 'coding',
      text: 'Kto pomaga?',
      repeats: true,
      answerOption: [weighed('kin', 1), weighed('neighbours', 1)],
    },
    {
      linkId: 'thanks',
      type: 'display',
      text: 'Dziękujemy.',
      enableBehavior: 'any',
      enableWhen: [
        { question: 'help', operator: 'exists', answerBoolean: true },
        { question: 'children', operator: '!=', answerInteger: 0 },
      ],
    },
    { linkId: 'sure', type: 'boolean', text: 'Na pewno?' },
  ],
}).questionnaire as Questionnaire

const asked = (answers: Answers) => [...itemsAsked(visit, answers)]

describe('what is asked follows from what was answered', () => {
  test('a group appears with its condition, a question with its own', () => {
    expect(asked({})).toEqual(['day', 'children', 'help', 'sure'])
    expect(asked({ children: [2] })).toContain('school.how')
    expect(asked({ children: [2] })).not.toContain('school.why')
    expect(asked({ children: [2], 'school.how': ['bad'] })).toContain('school.why')
  })
  test('what is not asked any more has no answer, so nothing hangs on it', () => {
    expect(asked({ children: [0], 'school.how': ['bad'] })).not.toContain('school.why')
  })
  test('any of several conditions is enough when the questionnaire says so', () => {
    expect(asked({ help: ['kin'] })).toContain('thanks')
    expect(asked({ children: [1] })).toContain('thanks')
  })
})

describe('an answer', () => {
  test('may be missing while it is being written, and may not in the end', () => {
    expect(faultsIn(visit, {}, false)).toEqual([])
    expect(faultsIn(visit, {}, true)).toEqual([{ linkId: 'day', fault: 'missing' }])
    const bad: Answers = { day: ['2026-11-24'], children: [1], 'school.how': ['bad'] }
    expect(faultsIn(visit, bad, true)).toEqual([{ linkId: 'school.why', fault: 'missing' }])
  })
  test.each([
    ['day', ['2026-02-30'], 'unfit'],
    ['day', ['wczoraj'], 'unfit'],
    ['children', [1.5], 'unfit'],
    ['children', ['2'], 'unfit'],
    ['children', [1, 2], 'unfit'],
    ['help', ['kin', 'kin'], 'unfit'],
    ['help', ['police'], 'unfit'],
    ['sure', ['tak'], 'unfit'],
    ['sure', [false], undefined],
    ['thanks', ['proszę'], 'not-asked'],
    ['school.how', ['good'], 'not-asked'],
    ['nowhere', ['x'], 'not-asked'],
  ] as [string, Answers[string], string | undefined][])('%s: %s', (linkId, given, fault) => {
    expect(faultsIn(visit, { [linkId]: given }, false)[0]?.fault).toBe(fault)
  })
  test('in words is not empty, not too long, and holds no half of a character', () => {
    const why = (words: string) =>
      faultsIn(visit, { children: [1], 'school.how': ['bad'], 'school.why': [words] }, false)[0]?.fault
    expect(why('Daleko.\nNie ma autobusu.')).toBeUndefined()
    expect(why('  ')).toBe('unfit')
    expect(why('a\u0000')).toBe('unfit')
    expect(why('\ud83d')).toBe('unfit')
    expect(why('a'.repeat(8001))).toBe('too-long')
  })
})

describe('a FHIR response', () => {
  test('holds the answers in their groups, with the words of the questions, and nothing that was not asked', () => {
    const answers: Answers = { day: ['2026-11-24'], children: [1], 'school.how': ['fair'], sure: [false] }
    expect(responseItems(visit, { ...answers, 'school.why': ['Dawniej daleko.'] })).toEqual([
      { linkId: 'day', text: 'Kiedy?', answer: [{ valueDate: '2026-11-24' }] },
      { linkId: 'children', text: 'Ile dzieci?', answer: [{ valueInteger: 1 }] },
      {
        linkId: 'school',
        text: 'Szkoła',
        item: [
          {
            linkId: 'school.how',
            text: 'Jak w szkole?',
            answer: [{ valueCoding: { code: 'fair', display: 'fair' } }],
          },
        ],
      },
      { linkId: 'sure', text: 'Na pewno?', answer: [{ valueBoolean: false }] },
    ])
    expect(answersIn(responseItems(visit, answers))).toEqual(answers)
  })

  test('is read back as it was written, whatever was answered', () => {
    for (const questionnaire of shippedQuestionnaires()) {
      const value = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.constant('2026-11-24'), codes)
      const anything = fc.dictionary(
        fc.constantFrom(...[...itemsOf(questionnaire.item)].map(({ item }) => item.linkId)),
        fc.array(value, { minLength: 1, maxLength: 2 }),
      )
      fc.assert(
        fc.property(anything, (answers) => {
          if (faultsIn(questionnaire, answers, false).length) return
          expect(answersIn(responseItems(questionnaire, answers))).toEqual({ ...answers })
        }),
      )
    }
  })
  const codes = fc.constantFrom('yes', 'no', 'rather_no', 'elsewhere', 'Dwa słowa')

  test('from anywhere is never our fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        faultsIn(visit, answersIn(json), true)
        readQuestionnaire(json)
        readQuestionnaire({ ...visit, item: json })
      }),
    )
  })
})

describe('a sum of weights', () => {
  test('counts what was chosen among what is asked', () => {
    expect(scoreOf(visit, {})).toEqual({ sum: 0, most: 2 })
    expect(scoreOf(visit, { children: [1], 'school.how': ['good'], help: ['kin'] })).toEqual({
      sum: 3,
      most: 4,
    })
    expect(scoreOf(visit, { children: [0], 'school.how': ['good'] })).toEqual({ sum: 0, most: 2 })
  })
  test('is not there where nothing is weighed', () => {
    const [, firstTalk] = shippedQuestionnaires()
    expect(scoreOf(firstTalk!, {})).toBeNull()
  })
})
