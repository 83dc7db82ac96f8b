import { describe, expect, test } from 'vitest'
import { shippedQuestionnaires } from './load-questionnaires.ts'
import { itemControl, itemWeight, ordinalValue } from './questionnaire.ts'
import { readQuestionnaire } from './read-questionnaire.ts'

const head = {
  resourceType: 'Questionnaire',
  url: 'urn:zmyslone:ankieta',
  version: '1',
  title: 'Zmyślona ankieta',
  status: 'active',
}
const option = (code: string) => ({ valueCoding: { code, display: code } })
const yesNo = [option('yes'), option('no')]
const obstaclesOf = (...item: unknown[]) => readQuestionnaire({ ...head, item }).obstacles

describe('what is shipped', () => {
  test('is understood, is active and ours', () => {
    const shipped = shippedQuestionnaires()
    expect(shipped.map(({ title }) => title)).toEqual([
      'Opinia rodziny o współpracy',
      'Pierwsza rozmowa z rodziną',
    ])
    for (const { status, url, publisher } of shipped)
      expect([status, publisher, url]).toEqual([
        'active',
        'Splot',
        expect.stringMatching(/^urn:splot:questionnaire:/),
      ])
  })
})

describe('a questionnaire from elsewhere', () => {
  test('may be of R4: a choice becomes a coding, an ordinal value the weight of its option', () => {
    const { questionnaire, obstacles } = readQuestionnaire({
      ...head,
      item: [
        {
          linkId: 'a',
          type: 'choice',
          text: 'Jak często?',
          answerOption: [
            {
              valueCoding: {
                code: 'often',
                display: 'Często',
                extension: [{ url: ordinalValue, valueDecimal: 2 }],
              },
            },
            {
              extension: [{ url: itemWeight, valueDecimal: 0 }],
              valueCoding: { code: 'never', display: 'Nigdy' },
            },
          ],
        },
      ],
    })
    expect(obstacles).toEqual([])
    const weight = (valueDecimal: number) => [{ url: itemWeight, valueDecimal }]
    expect(questionnaire!.item[0]).toMatchObject({
      type: 'coding',
      answerOption: [
        { valueCoding: { code: 'often', extension: weight(2) } },
        { valueCoding: { code: 'never', extension: weight(0) } },
      ],
    })
  })

  test('says what is left out: what tells about it and changes nothing in it', () => {
    const read = readQuestionnaire({
      ...head,
      id: 'x',
      meta: { versionId: '7' },
      item: [{ linkId: 'a', type: 'string', text: 'Imię?' }],
    })
    expect(read.leftOut).toEqual(['id', 'meta'])
    expect(Object.keys(read.questionnaire!)).not.toContain('meta')
  })

  const radio = (code: string) => ({
    url: itemControl,
    valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
  })

  test('as the world writes it: what names it may lack, and only what changes the questions stands in the way', () => {
    const { url, version, title, ...unnamed } = head
    const read = (item: object[], given = {}) =>
      readQuestionnaire({ ...unnamed, name: 'PytaniaODom', item }, given)
    const sleep = {
      linkId: '1',
      type: 'choice',
      text: 'Czy jest gdzie spać?',
      code: [{ system: 'urn:przyklad', code: 'dom-1' }],
      extension: [radio('radio-button')],
      answerOption: yesNo,
    }
    const size = { linkId: '2', type: 'decimal', text: 'Ile metrów ma mieszkanie?' }
    expect(read([sleep, size])).toEqual({
      questionnaire: null,
      missing: ['url', 'version', 'title'],
      obstacles: [{ path: 'item[1].type', problem: 'type-outside' }],
      leftOut: ['item.code', 'item.extension: questionnaire-itemControl (radio-button)'],
    })
    expect(read([sleep])).toMatchObject({
      questionnaire: { name: 'PytaniaODom', item: [{ linkId: '1', type: 'coding' }] },
      missing: ['url', 'version', 'title'],
    })
    expect(read([sleep]).questionnaire).not.toHaveProperty('url')
    expect(read([sleep], { url, version, title })).toMatchObject({
      questionnaire: { ...head, name: 'PytaniaODom' },
      missing: [],
    })
  })

  test('what names it in the file is not written over', () => {
    const item = [{ linkId: 'a', type: 'string', text: 'Imię?' }]
    expect(readQuestionnaire({ ...head, item }, { version: '9' }).questionnaire).toMatchObject({
      version: '1',
    })
  })

  test('tells a value of another type from one that is missing', () => {
    const { status, ...undecided } = head
    expect(
      readQuestionnaire({
        ...undecided,
        item: [
          { linkId: 'a', type: 'integer', text: 'Ile lat?' },
          {
            linkId: 'b',
            type: 'string',
            text: 'Dlaczego?',
            enableWhen: [{ question: 'a', operator: '=', answerInteger: '18' }],
          },
        ],
      }),
    ).toMatchObject({
      missing: ['status'],
      obstacles: [{ path: 'item[1].enableWhen[0].answerInteger', problem: 'unfit' }],
    })
    expect(obstaclesOf({ linkId: 7, type: 'string', text: 'Ile?' })).toEqual([
      { path: 'item[0].linkId', problem: 'unfit' },
    ])
  })

  test.each([
    ['a way of showing it that changes the question', { extension: [radio('slider')] }, 'extension'],
    ['a hint beside something foreign', { extension: [radio('check-box'), { url: 'urn:x' }] }, 'extension'],
    ['open choices', { answerConstraint: 'optionsOrString' }, 'answerConstraint'],
  ])('with %s is refused at its place', (_, more, field) => {
    expect(
      obstaclesOf({ linkId: 'a', type: 'coding', text: 'Które?', answerOption: yesNo, ...more }),
    ).toEqual([{ path: `item[0].${field}`, problem: 'outside-the-subset' }])
  })

  test.each([
    ['a picture', { linkId: 'a', type: 'attachment', text: 'Zdjęcie' }, 'item[0].type', 'type-outside'],
    [
      'an extension',
      { linkId: 'a', type: 'string', text: 'Imię?', extension: [{ url: 'urn:cudze' }] },
      'item[0].extension',
      'outside-the-subset',
    ],
    ['a question without words', { linkId: 'a', type: 'string' }, 'item[0].text', 'without-text'],
    ['a question without a name', { type: 'string', text: 'Imię?' }, 'item[0].linkId', 'missing'],
    [
      'a choice of nothing',
      { linkId: 'a', type: 'coding', text: 'Które?' },
      'item[0].answerOption',
      'without-options',
    ],
    [
      'two options of one code',
      {
        linkId: 'a',
        type: 'coding',
        text: 'Które?',
        answerOption: [option('x'), option('x')],
      },
      'item[0].answerOption[1].valueCoding.code',
      'twice',
    ],
    [
      'several answers to a text',
      { linkId: 'a', type: 'text', text: 'Co?', repeats: true },
      'item[0].repeats',
      'repeats-elsewhere',
    ],
    ['an empty group', { linkId: 'a', type: 'group', text: 'Dom' }, 'item[0].item', 'without-items'],
  ])('with %s is refused at its place', (_, item, path, problem) => {
    expect(obstaclesOf(item)).toEqual([{ path, problem }])
  })

  test('names what is wrong deep inside, by the path to it', () => {
    expect(
      obstaclesOf({
        linkId: 'g',
        type: 'group',
        text: 'Dom',
        item: [
          { linkId: 'g.a', type: 'boolean', text: 'Ciepło?' },
          { linkId: 'g.b', type: 'quantity', text: 'Ile?' },
        ],
      }),
    ).toEqual([{ path: 'item[0].item[1].type', problem: 'type-outside' }])
  })

  test('may not have two items of one name', () => {
    const question = { linkId: 'a', type: 'string', text: 'Imię?' }
    expect(obstaclesOf(question, question)).toEqual([{ path: 'item[1].linkId', problem: 'twice' }])
  })

  test.each([
    ['a list', []],
    ['nothing', null],
    ['another resource', { resourceType: 'Patient' }],
  ])('that is %s is none', (_, json) => {
    expect(readQuestionnaire(json).obstacles).toEqual([{ path: '', problem: 'not-a-questionnaire' }])
  })
})

describe('a condition', () => {
  const asked = { linkId: 'a', type: 'coding', text: 'Chcesz?', answerOption: yesNo }
  const when = (...enableWhen: object[]) => ({ linkId: 'b', type: 'string', text: 'Dlaczego?', enableWhen })
  const yes = { question: 'a', operator: '=', answerCoding: { code: 'yes' } }

  test('asks an earlier question', () => {
    expect(obstaclesOf(asked, when(yes))).toEqual([])
    expect(obstaclesOf(when(yes), asked)).toEqual([{ path: 'item[0].enableWhen[0]', problem: 'asks-nobody' }])
  })
  test('asks for an option that is there', () => {
    expect(obstaclesOf(asked, when({ ...yes, answerCoding: { code: 'maybe' } }))).toEqual([
      { path: 'item[1].enableWhen[0]', problem: 'no-such-option' },
    ])
  })
  test('compares only what can be compared', () => {
    expect(obstaclesOf(asked, when({ ...yes, operator: '>' }))).toEqual([
      { path: 'item[1].enableWhen[0]', problem: 'unfit-condition' },
    ])
    expect(obstaclesOf(asked, when({ question: 'a', operator: '=', answerString: 'yes' }))).toEqual([
      { path: 'item[1].enableWhen[0]', problem: 'unfit-condition' },
    ])
  })
  test('of several says whether all or any must hold', () => {
    expect(obstaclesOf(asked, when(yes, yes))).toEqual([
      { path: 'item[1].enableBehavior', problem: 'all-or-any' },
    ])
  })
})
