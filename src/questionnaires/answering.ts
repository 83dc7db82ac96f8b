import { z } from 'zod'
import { type Condition, type Item, itemsOf, type Questionnaire, weightOf } from './questionnaire.ts'

/** What was answered, by the `linkId` of the question; of a choice the code. Several only where a choice repeats. */
export type Answers = Record<string, Value[]>
type Value = string | number | boolean

/** What was answered to one question; a name that every object has is no answer. */
export const answersTo = (linkId: string, answers: Answers): Value[] =>
  Object.hasOwn(answers, linkId) ? answers[linkId]! : []

/** An item of a FHIR `QuestionnaireResponse`. */
export type ResponseItem = { linkId: string; text?: string; item?: ResponseItem[]; answer?: ResponseAnswer[] }
type ResponseAnswer = {
  valueCoding?: { system?: string; code: string; display: string }
  valueString?: string
  valueInteger?: number
  valueDate?: string
  valueBoolean?: boolean
}

/** What is not right in an answer: it is missing, is not one of the options, is no such thing, is too long. */
export type Fault = { linkId: string; fault: 'missing' | 'not-a-number' | 'unfit' | 'too-long' | 'not-asked' }

/** The items that are shown with these answers (`enableWhen`): those that apply, in groups that apply. */
export function itemsAsked(questionnaire: Questionnaire, answers: Answers): Set<string> {
  const asked = new Set<string>()
  const walk = (items: Item[]) => {
    for (const item of items) {
      if (!isEnabled(item, answers, asked)) continue
      asked.add(item.linkId)
      if (item.item) walk(item.item)
    }
  }
  walk(questionnaire.item)
  return asked
}

function isEnabled({ enableWhen, enableBehavior }: Item, answers: Answers, asked: Set<string>): boolean {
  if (!enableWhen?.length) return true
  // What is not asked has no answer, whatever was written before it disappeared.
  const holds = (condition: Condition) =>
    isMet(condition, asked.has(condition.question) ? answersTo(condition.question, answers) : [])
  return enableBehavior === 'any' ? enableWhen.some(holds) : enableWhen.every(holds)
}

function isMet({ operator, ...wanted }: Condition, given: Value[]): boolean {
  if (operator === 'exists') return given.length > 0 === wanted.answerBoolean
  const value =
    wanted.answerBoolean ??
    wanted.answerInteger ??
    wanted.answerDate ??
    wanted.answerString ??
    wanted.answerCoding?.code
  switch (operator) {
    case '=':
      return given.some((each) => each === value)
    case '!=':
      return given.every((each) => each !== value)
    case '>':
      return given.some((each) => each > value!)
    case '<':
      return given.some((each) => each < value!)
    case '>=':
      return given.some((each) => each >= value!)
    case '<=':
      return given.some((each) => each <= value!)
  }
}

/** How long an answer in words may be, when the questionnaire does not say. */
export const longestOf = ({ type, maxLength }: Item) => maxLength ?? (type === 'text' ? 8000 : 500)

/**
 * What is not right in the answers; the same on the page and on the server.
 *
 * @param whole whether it is to be complete: then what is required must be there
 */
export function faultsIn(questionnaire: Questionnaire, answers: Answers, whole: boolean): Fault[] {
  const asked = itemsAsked(questionnaire, answers)
  const questions = new Map<string, Item>()
  for (const { item } of itemsOf(questionnaire.item)) questions.set(item.linkId, item)
  const strange = Object.keys(answers)
    .filter((linkId) => answers[linkId]!.length > 0 && !(questions.has(linkId) && asked.has(linkId)))
    .map((linkId) => ({ linkId, fault: 'not-asked' as const }))
  const wrong = [...questions.values()].flatMap((item): Fault[] => {
    if (!asked.has(item.linkId)) return []
    const fault = faultOf(item, answersTo(item.linkId, answers), whole)
    return fault ? [{ linkId: item.linkId, fault }] : []
  })
  return [...strange, ...wrong]
}

function faultOf(item: Item, given: Value[], whole: boolean): Fault['fault'] | null {
  if (given.length === 0) return whole && item.required ? 'missing' : null
  if (given.length > 1 && !item.repeats) return 'unfit'
  if (new Set(given).size < given.length) return 'unfit'
  return given.map((value) => faultOfValue(item, value)).find(Boolean) ?? null
}

function faultOfValue(item: Item, value: Value): Fault['fault'] | null {
  const ok = (fits: boolean) => (fits ? null : 'unfit')
  switch (item.type) {
    case 'coding':
      return ok(item.answerOption!.some((option) => option.valueCoding.code === value))
    case 'boolean':
      return ok(typeof value === 'boolean')
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
        ? null
        : 'not-a-number'
    case 'date':
      return ok(typeof value === 'string' && isDay(value))
    case 'string':
    case 'text':
      if (typeof value !== 'string' || !value.trim() || !isWritten.test(value)) return 'unfit'
      return value.length > longestOf(item) ? 'too-long' : null
    default:
      return 'unfit'
  }
}

const isWritten = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u
const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

/** The answers as items of a `QuestionnaireResponse`: groups as in the questionnaire, nothing that was not asked. */
export function responseItems(questionnaire: Questionnaire, answers: Answers): ResponseItem[] {
  const asked = itemsAsked(questionnaire, answers)
  const written = (items: Item[]): ResponseItem[] =>
    items.flatMap((item): ResponseItem[] => {
      if (!asked.has(item.linkId)) return []
      const named = { linkId: item.linkId, ...(item.text && { text: item.text }) }
      if (item.type === 'group') {
        const inner = written(item.item ?? [])
        return inner.length ? [{ ...named, item: inner }] : []
      }
      const given = answersTo(item.linkId, answers)
      return given.length ? [{ ...named, answer: given.map((value) => asFhir(item, value)) }] : []
    })
  return written(questionnaire.item)
}

function asFhir(item: Item, value: Value): ResponseAnswer {
  switch (item.type) {
    case 'coding': {
      const option = item.answerOption!.find(({ valueCoding }) => valueCoding.code === value)!
      const { extension: _, ...coding } = option.valueCoding
      return { valueCoding: coding }
    }
    case 'boolean':
      return { valueBoolean: value as boolean }
    case 'integer':
      return { valueInteger: value as number }
    case 'date':
      return { valueDate: value as string }
    default:
      return { valueString: value as string }
  }
}

/** A FHIR R5 `QuestionnaireResponse` (hl7.org/fhir/R5/questionnaireresponse.html) of what was answered. */
export function asResponse(of: {
  id: string
  status: string
  authorId: string
  completedAt: string | null
  questionnaire: Questionnaire
  item: unknown[]
}) {
  return {
    resourceType: 'QuestionnaireResponse',
    id: of.id,
    questionnaire: `${of.questionnaire.url}|${of.questionnaire.version}`,
    status: of.status,
    // When an amended one was written last is not known here.
    ...(of.status === 'completed' && { authored: of.completedAt }),
    author: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${of.authorId}` } },
    ...(of.item.length && { item: of.item }),
  }
}

const givenItem = z.strictObject({
  linkId: z.string(),
  text: z.string().optional(),
  answer: z.array(z.unknown()).optional(),
  item: z.array(z.unknown()).optional(),
})
const givenAnswer = z.strictObject({
  valueCoding: z
    .strictObject({ system: z.string().optional(), code: z.string(), display: z.string().optional() })
    .optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueDate: z.string().optional(),
  valueBoolean: z.boolean().optional(),
})
const valueOfType: Partial<Record<Item['type'], keyof z.output<typeof givenAnswer>>> = {
  coding: 'valueCoding',
  string: 'valueString',
  text: 'valueString',
  integer: 'valueInteger',
  date: 'valueDate',
  boolean: 'valueBoolean',
}

/**
 * The answers in items that came from outside. What would be lost by keeping the answers alone (a value of another type,
 * a second item for the same question, a field that we do not keep) is named, by its `linkId` or where it stands.
 */
export function readAnswers(
  questionnaire: Questionnaire,
  items: unknown,
): { answers: Answers; lost: Fault[] } {
  const questions = new Map([...itemsOf(questionnaire.item)].map(({ item }) => [item.linkId, item]))
  const answers: Answers = {}
  const lost = new Map<string, Fault['fault']>()
  const walk = (list: unknown[], path: string) => {
    for (const [i, each] of list.entries()) {
      const place = `${path}[${i}]`
      const read = givenItem.safeParse(each)
      if (!read.success) {
        const { linkId } = (each ?? {}) as { linkId?: unknown }
        lost.set(typeof linkId === 'string' ? linkId : place, 'unfit')
        continue
      }
      const { linkId, answer = [], item = [] } = read.data
      walk(item, `${place}.item`)
      if (!answer.length) continue
      const question = questions.get(linkId)
      const values = answer.flatMap((one) => (question && valueIn(one, question)) ?? [])
      if (!question) lost.set(linkId, 'not-asked')
      else if (values.length < answer.length || Object.hasOwn(answers, linkId)) lost.set(linkId, 'unfit')
      else answers[linkId] = values
    }
  }
  walk(Array.isArray(items) ? items : [], 'item')
  return { answers, lost: [...lost].map(([linkId, fault]) => ({ linkId, fault })) }
}

function valueIn(given: unknown, { type, answerOption }: Item): Value | undefined {
  const read = givenAnswer.safeParse(given)
  const wanted = valueOfType[type]
  if (!read.success || !wanted || Object.keys(read.data).length !== 1) return undefined
  const value = read.data[wanted]
  if (typeof value !== 'object') return value
  // The same code in another system is another answer.
  const option = answerOption?.find(({ valueCoding }) => valueCoding.code === value.code)
  return value.system === undefined || value.system === option?.valueCoding.system ? value.code : undefined
}

/** The answers that stand in items as we keep them. */
export function answersIn(items: unknown): Answers {
  const answers: Answers = {}
  const walk = (list: unknown) => {
    if (!Array.isArray(list)) return
    for (const each of list as Partial<ResponseItem>[]) {
      if (typeof each?.linkId !== 'string') continue
      if (Array.isArray(each.answer))
        answers[each.linkId] = each.answer.flatMap((one) => {
          const value =
            one?.valueCoding?.code ??
            one?.valueString ??
            one?.valueInteger ??
            one?.valueDate ??
            one?.valueBoolean
          return ['string', 'number', 'boolean'].includes(typeof value) ? [value as Value] : []
        })
      walk(each.item)
    }
  }
  walk(items)
  return answers
}

/** The sum of the weights of the options that were chosen, and the most it could be; null where nothing is weighed. */
export function scoreOf(
  questionnaire: Questionnaire,
  answers: Answers,
): { sum: number; most: number } | null {
  const asked = itemsAsked(questionnaire, answers)
  let weighed = false
  let sum = 0
  let most = 0
  for (const { item } of itemsOf(questionnaire.item)) {
    const weights = (item.answerOption ?? []).flatMap((option) => weightOf(option) ?? [])
    if (!weights.length) continue
    weighed = true
    if (!asked.has(item.linkId)) continue
    const given = answersTo(item.linkId, answers)
    for (const option of item.answerOption!)
      if (given.includes(option.valueCoding.code)) sum += weightOf(option) ?? 0
    most += item.repeats
      ? weights.filter((weight) => weight > 0).reduce((all, weight) => all + weight, 0)
      : Math.max(...weights)
  }
  return weighed ? { sum, most } : null
}
