import type { z } from 'zod'
import {
  type Condition,
  choiceOrientation,
  type Head,
  head,
  type Item,
  itemControl,
  itemsOf,
  itemWeight,
  ordinalValue,
  type Questionnaire,
  questionnaire,
} from './questionnaire.ts'

/** What stands in the way of taking a questionnaire in: the path of the item or field, and what is wrong there. */
export type Obstacle = { path: string; problem: ObstacleKind }
export const obstacleKinds = [
  'not-a-questionnaire',
  'outside-the-subset',
  'missing',
  'unfit',
  'type-outside',
  'without-text',
  'twice',
  'without-options',
  'options-elsewhere',
  'only-for-questions',
  'repeats-elsewhere',
  'items-elsewhere',
  'without-items',
  'asks-nobody',
  'unfit-condition',
  'no-such-option',
  'all-or-any',
] as const
type ObstacleKind = (typeof obstacleKinds)[number]

/** What tells about a questionnaire but changes nothing in it; left out when it is taken in. */
const descriptive = new Set([
  'id',
  'meta',
  'language',
  'text',
  'identifier',
  'experimental',
  'subjectType',
  'contact',
  'useContext',
  'jurisdiction',
  'approvalDate',
  'lastReviewDate',
  'effectivePeriod',
  'code',
  'copyrightLabel',
  'versionAlgorithmString',
  'versionAlgorithmCoding',
])

/** The same of an item, and ways of showing it that change nothing in what is asked. */
const descriptiveOfItem = new Set(['id', 'code', 'definition'])
const plainControls = new Set(['radio-button', 'check-box', 'drop-down', 'autocomplete', 'text-box'])

/** A questionnaire as it came: what names it may lack. */
type Came = Omit<Questionnaire, keyof Head> & Partial<Head>

/** Stands in for what names a questionnaire while it lacks, so that all else is read. */
const unnamed: Head = { url: 'urn:lacking', version: '0', title: '?', status: 'draft' }
const names = Object.keys(head) as (keyof Head)[]

/**
 * Reads a FHIR `Questionnaire` (R5; of R4 also `choice` and `ordinalValue`) as far as Splot understands it.
 *
 * @param given what names it where the file does not
 * @returns the questionnaire, or all that stands in the way; `missing` is what names it and is to be given, `leftOut`
 *   names what is not kept
 */
export function readQuestionnaire(
  json: unknown,
  given: Partial<Head> = {},
): {
  questionnaire: Came | null
  missing: (keyof Head)[]
  obstacles: Obstacle[]
  leftOut: string[]
} {
  if (!isObject(json) || json.resourceType !== 'Questionnaire')
    return {
      questionnaire: null,
      missing: [],
      obstacles: [{ path: '', problem: 'not-a-questionnaire' }],
      leftOut: [],
    }
  const leftOut = new Set(Object.keys(json).filter((name) => descriptive.has(name)))
  const whole = {
    ...given,
    ...Object.fromEntries(Object.entries(json).filter(([name]) => !descriptive.has(name))),
    item: mapped(json.item, (item) => asR5(item, leftOut)),
  }
  const missing = names.filter((name) => (whole as Partial<Head>)[name] === undefined)
  const lent = Object.fromEntries(missing.map((name) => [name, unnamed[name]]))
  const read = questionnaire.safeParse({ ...whole, ...lent })
  const obstacles = read.success
    ? meaningOf(read.data)
    : read.error.issues.flatMap((issue) => saidOf(issue, whole))
  const came = read.success && Object.entries(read.data).filter(([name]) => !Object.hasOwn(lent, name))
  return {
    questionnaire: came && !obstacles.length ? (Object.fromEntries(came) as Came) : null,
    missing,
    obstacles: obstacles.slice(0, 100),
    leftOut: [...leftOut],
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mapped = (list: unknown, each: (one: Record<string, unknown>) => unknown): unknown =>
  Array.isArray(list) ? list.map((one) => (isObject(one) ? each(one) : one)) : list

/** R4's names in the words of R5, without what changes nothing. */
function asR5(
  { extension, answerConstraint, ...item }: Record<string, unknown>,
  leftOut: Set<string>,
): Record<string, unknown> {
  const kept = Object.entries(item).filter(([name]) => !descriptiveOfItem.has(name))
  for (const name of Object.keys(item)) if (descriptiveOfItem.has(name)) leftOut.add(`item.${name}`)
  const foreign = Array.isArray(extension) ? extension.filter((each) => hintOf(each) === null) : extension
  for (const each of Array.isArray(extension) ? extension.map(hintOf) : [])
    if (each) leftOut.add(`item.extension: ${each}`)
  // What R5 takes for granted where nothing is said.
  const usual = answerConstraint === 'optionsOnly'
  if (usual) leftOut.add('item.answerConstraint')
  return {
    ...Object.fromEntries(kept),
    ...(item.type === 'choice' && { type: 'coding' }),
    ...('answerOption' in item && { answerOption: mapped(item.answerOption, weighed) }),
    ...('item' in item && { item: mapped(item.item, (inner) => asR5(inner, leftOut)) }),
    ...(foreign !== undefined && !(Array.isArray(foreign) && !foreign.length) && { extension: foreign }),
    ...(answerConstraint !== undefined && !usual && { answerConstraint }),
  }
}

/** What an extension hints at, when it tells only how a question is shown. */
function hintOf(extension: unknown): string | null {
  if (!isObject(extension)) return null
  if (extension.url === choiceOrientation) return 'questionnaire-choiceOrientation'
  const { valueCodeableConcept: concept } = extension
  if (extension.url !== itemControl || !isObject(concept) || !Array.isArray(concept.coding)) return null
  const codes = concept.coding.map((each) => (isObject(each) ? each.code : null))
  return codes.length && codes.every((code) => plainControls.has(code as string))
    ? `questionnaire-itemControl (${codes.join(', ')})`
    : null
}

/** The weight stands with the coding, whichever of the two places and names it had. */
function weighed({ extension, ...option }: Record<string, unknown>): unknown {
  if (!isObject(option.valueCoding)) return extension === undefined ? option : { ...option, extension }
  const found = [extension, option.valueCoding.extension].filter((each) => each !== undefined)
  if (!found.length) return option
  const all = found.flat()
  const named = mapped(all, (each) => (each.url === ordinalValue ? { ...each, url: itemWeight } : each))
  return { ...option, valueCoding: { ...option.valueCoding, extension: named } }
}

function saidOf(issue: z.core.$ZodIssue, came: unknown): Obstacle[] {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      problem: 'outside-the-subset' as const,
    }))
  const at = issue.path.at(-1)
  if (at === 'type' && issue.code === 'invalid_value') return [{ path, problem: 'type-outside' }]
  if (issue.path.includes('extension')) return [{ path, problem: 'outside-the-subset' }]
  const found = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], came)
  return [{ path, problem: found === undefined ? 'missing' : 'unfit' }]
}

const pathOf = (path: PropertyKey[]) =>
  path.reduce<string>(
    (said, step) =>
      typeof step === 'number' ? `${said}[${step}]` : said ? `${said}.${String(step)}` : String(step),
    '',
  )

/** What the shapes alone do not say: which fields go with which type, and what a condition may ask. */
function meaningOf({ item: items }: Questionnaire): Obstacle[] {
  const obstacles: Obstacle[] = []
  const before = new Map<string, Item>()
  for (const { item, path } of itemsOf(items)) {
    const wrong = (problem: ObstacleKind, field = '') =>
      obstacles.push({ path: field ? `${path}.${field}` : path, problem })
    const question = item.type !== 'group' && item.type !== 'display'
    if (item.type !== 'group' && !item.text) wrong('without-text', 'text')
    if (!question && item.required) wrong('only-for-questions', 'required')
    if (item.repeats && item.type !== 'coding') wrong('repeats-elsewhere', 'repeats')
    if (item.maxLength && item.type !== 'string' && item.type !== 'text')
      wrong('only-for-questions', 'maxLength')
    if (item.type === 'coding' && !item.answerOption?.length) wrong('without-options', 'answerOption')
    if (item.type !== 'coding' && item.answerOption) wrong('options-elsewhere', 'answerOption')
    if (item.type === 'group' && !item.item?.length) wrong('without-items', 'item')
    if (item.type !== 'group' && item.item) wrong('items-elsewhere', 'item')
    const codes = new Set<string>()
    for (const [i, { valueCoding }] of (item.answerOption ?? []).entries()) {
      if (codes.has(valueCoding.code)) wrong('twice', `answerOption[${i}].valueCoding.code`)
      codes.add(valueCoding.code)
    }
    if ((item.enableWhen?.length ?? 0) > 1 && !item.enableBehavior) wrong('all-or-any', 'enableBehavior')
    for (const [i, condition] of (item.enableWhen ?? []).entries()) {
      // Only an earlier question, so that nothing waits for itself and the page does not jump upwards.
      const problem = objectionTo(condition, before.get(condition.question))
      if (problem) wrong(problem, `enableWhen[${i}]`)
    }
    if (before.has(item.linkId)) wrong('twice', 'linkId')
    before.set(item.linkId, item)
  }
  return obstacles
}

const answerNames = {
  boolean: 'answerBoolean',
  integer: 'answerInteger',
  date: 'answerDate',
  string: 'answerString',
  coding: 'answerCoding',
} as const

function objectionTo(condition: Condition, asked: Item | undefined): ObstacleKind | null {
  if (!asked || asked.type === 'group' || asked.type === 'display') return 'asks-nobody'
  const given = Object.values(answerNames).filter((name) => condition[name] !== undefined)
  if (given.length !== 1) return 'unfit-condition'
  if (condition.operator === 'exists') return given[0] === 'answerBoolean' ? null : 'unfit-condition'
  if (asked.type === 'text' || given[0] !== answerNames[asked.type]) return 'unfit-condition'
  const ordered = asked.type === 'integer' || asked.type === 'date'
  if (!ordered && condition.operator !== '=' && condition.operator !== '!=') return 'unfit-condition'
  if (
    asked.type === 'coding' &&
    !asked.answerOption?.some((option) => option.valueCoding.code === condition.answerCoding?.code)
  )
    return 'no-such-option'
  return null
}
