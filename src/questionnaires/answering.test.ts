import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Answers,
  answersIn,
  faultsIn,
  itemsAsked,
  readAnswers,
  responseItems,
  scoreOf,
} from './answering.ts'
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
    expect(asked({})).toEqual(['day', 'children', 'help', 'thanks', 'sure'])
    expect(asked({ children: [2] })).toContain('school.how')
    expect(asked({ children: [2] })).not.toContain('school.why')
    expect(asked({ children: [2], 'school.how': ['bad'] })).toContain('school.why')
  })
  test('what is not asked any more has no answer, so nothing hangs on it', () => {
    expect(asked({ children: [0], 'school.how': ['bad'] })).not.toContain('school.why')
  })
  test('any of several conditions is enough when the questionnaire says so', () => {
    expect(asked({ help: ['kin'], children: [0] })).toContain('thanks')
    expect(asked({ children: [1] })).toContain('thanks')
    expect(asked({ children: [0] })).not.toContain('thanks')
  })
  test('“is not” holds when no answer is, also where nothing is answered (FHIR R5)', () => {
    const helpers = readQuestionnaire({
      resourceType: 'Questionnaire',
      url: 'urn:zmyslone:pomoc',
      version: '1',
      title: 'Kto pomaga w domu',
      status: 'active',
      item: [
        {
          linkId: 'who',
          type: 'coding',
          text: 'Kto pomaga na co dzień?',
          repeats: true,
          answerOption: ['grandma', 'neighbour', 'nobody'].map((code) => ({
            valueCoding: { code, display: code },
          })),
        },
        {
          linkId: 'often',
          type: 'string',
          text: 'Jak często?',
          enableWhen: [{ question: 'who', operator: '!=', answerCoding: { code: 'nobody' } }],
        },
      ],
    }).questionnaire as Questionnaire
    const isAsked = (...who: string[]) => itemsAsked(helpers, { who }).has('often')
    expect(isAsked('grandma', 'nobody')).toBe(false)
    expect(isAsked('nobody')).toBe(false)
    expect(isAsked('grandma', 'neighbour')).toBe(true)
    expect(isAsked()).toBe(true)
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
    ['children', [1.5], 'not-a-number'],
    ['children', ['2'], 'not-a-number'],
    ['children', [1, 2], 'unfit'],
    ['help', ['kin', 'kin'], 'unfit'],
    ['help', ['police'], 'unfit'],
    ['sure', ['tak'], 'unfit'],
    ['sure', [false], undefined],
    ['thanks', ['proszę'], 'unfit'],
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
          const items = responseItems(questionnaire, answers)
          expect(answersIn(items)).toEqual({ ...answers })
          expect(readAnswers(questionnaire, items)).toEqual({ answers, lost: [] })
        }),
      )
    }
  })
  const codes = fc.constantFrom('yes', 'no', 'rather_no', 'elsewhere', 'Dwa słowa')

  test('from anywhere is never our fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        faultsIn(visit, readAnswers(visit, json).answers, true)
        readAnswers(visit, [{ linkId: 'day', answer: json, item: json }])
        readQuestionnaire(json)
        readQuestionnaire({ ...visit, item: json })
      }),
    )
  })
})

describe('of what comes from outside nothing is dropped without a word', () => {
  const lost = (...item: object[]) => readAnswers(visit, item).lost.map(({ linkId }) => linkId)
  const kin = { valueCoding: { code: 'kin' } }
  test.each<[string, string[], ...object[]]>([
    ['a value of another type', ['children'], { linkId: 'children', answer: [{ valueDecimal: 3 }] }],
    ['a text for a choice', ['help'], { linkId: 'help', answer: [{ valueString: 'kin' }] }],
    [
      'two values in one answer',
      ['day'],
      { linkId: 'day', answer: [{ valueDate: '2026-11-24', valueInteger: 1 }] },
    ],
    ['a second item', ['help'], { linkId: 'help', answer: [kin] }, { linkId: 'help', answer: [kin] }],
    ['what is not kept of an answer', ['help'], { linkId: 'help', answer: [{ ...kin, extension: [] }] }],
    ['items beneath an answer', ['help'], { linkId: 'help', answer: [{ ...kin, item: [] }] }],
    ['what is not kept of an item', ['sure'], { linkId: 'sure', definition: 'urn:x', answer: [] }],
    [
      'a code of another system',
      ['help'],
      { linkId: 'help', answer: [{ valueCoding: { system: 'urn:x', code: 'kin' } }] },
    ],
    ['an answer to a group', ['school'], { linkId: 'school', answer: [{ valueBoolean: true }] }],
    ['a question that is not there', ['cats'], { linkId: 'cats', answer: [{ valueInteger: 2 }] }],
    ['an item without a name', ['item[0].item[0]'], { linkId: 'school', item: [{ text: 'Jak?' }] }],
    ['nothing', [], { linkId: 'sure', text: 'Na pewno?' }, { linkId: 'help', answer: [kin] }],
  ])('%s is named', (_, named, ...items) => {
    expect(lost(...items)).toEqual(named)
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
