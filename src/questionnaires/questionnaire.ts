import { z } from 'zod'
import { line, text } from '../platform/http/contract.ts'

// The part of HL7 FHIR R5 that Splot understands (hl7.org/fhir/R5/questionnaire.html). What lies outside it would be
// shown wrongly, so it is named and not taken in.

/** R5's extension for the weight of an answer; R4 calls it `ordinalValue`. */
export const itemWeight = 'http://hl7.org/fhir/StructureDefinition/itemWeight'
export const ordinalValue = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'
/** Extensions that tell only how a question is shown. */
export const itemControl = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'
export const choiceOrientation = 'http://hl7.org/fhir/StructureDefinition/questionnaire-choiceOrientation'

const code = text(1, 100)
const coding = z.strictObject({ system: text(1, 300).optional(), code, display: text(1, 500).optional() })

const answerOption = z.strictObject({
  valueCoding: coding.extend({
    display: text(1, 500),
    extension: z
      .tuple([z.strictObject({ url: z.literal(itemWeight), valueDecimal: z.number().min(-1000).max(1000) })])
      .optional(),
  }),
})

const enableWhen = z.strictObject({
  question: code,
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerInteger: z.int().optional(),
  answerDate: z.iso.date().optional(),
  answerString: text(1, 500).optional(),
  answerCoding: coding.optional(),
})

export const itemTypes = [
  'group',
  'display',
  'coding',
  'string',
  'text',
  'integer',
  'date',
  'boolean',
] as const

const item = z.strictObject({
  linkId: code,
  prefix: text(1, 20).optional(),
  text: text(1, 2000).optional(),
  type: z.enum(itemTypes),
  enableWhen: z.array(enableWhen).max(20).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  disabledDisplay: z.literal('hidden').optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  maxLength: z.int().min(1).max(8000).optional(),
  answerOption: z.array(answerOption).max(200).optional(),
  get item() {
    return z.array(item).max(200).optional()
  },
})

/** What names a version of a questionnaire. FHIR lets it lack, and we do not: a response refers to `url|version`. */
export const head = {
  url: line(1, 300).regex(/^[^\s|]+$/),
  version: line(1, 40).regex(/^[^|]+$/),
  title: text(1, 200),
  status: z.enum(['draft', 'active', 'retired']),
}
export type Head = z.output<z.ZodObject<typeof head>>

export const questionnaire = z.strictObject({
  resourceType: z.literal('Questionnaire'),
  ...head,
  name: text(1, 100).optional(),
  date: text(4, 40).optional(),
  publisher: text(1, 200).optional(),
  description: text(1, 4000).optional(),
  purpose: text(1, 4000).optional(),
  copyright: text(1, 4000).optional(),
  item: z.array(item).min(1).max(200),
})

export type Questionnaire = z.output<typeof questionnaire>
export type Item = z.output<typeof item>
export type Option = NonNullable<Item['answerOption']>[number]
export type Condition = NonNullable<Item['enableWhen']>[number]

/** Every item with its path (`item[2].item[0]`), in the order in which it is read. */
export function* itemsOf(items: Item[], path = 'item'): Generator<{ item: Item; path: string }> {
  for (const [i, each] of items.entries()) {
    yield { item: each, path: `${path}[${i}]` }
    if (each.item) yield* itemsOf(each.item, `${path}[${i}].item`)
  }
}

/** What an option counts for, when it counts. */
export const weightOf = (option: Option) => option.valueCoding.extension?.[0].valueDecimal
