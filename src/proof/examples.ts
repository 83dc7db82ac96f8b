import { randomUUID } from 'node:crypto'
import { today } from '../platform/texts/dates.ts'

/** A JSON schema as far as our contracts use it. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** A value that a schema takes; with `all`, also what may be left out. Ids in it are new ones. */
export function exampleOf(schema: Schema, all = false): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find((each) => each.type !== 'null')
  if (choice) return exampleOf(choice, all)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => all || schema.required?.includes(name))
          .map(([name, each]) => [name, exampleOf(each, all)]),
      )
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, all ? 1 : 0) }, () =>
        exampleOf(schema.items ?? {}, all),
      )
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'string':
      return stringFor(schema)
    default:
      return {}
  }
}

function stringFor({ format, pattern, minLength = 0, maxLength }: Schema): string {
  if (format === 'uuid') return randomUUID()
  if (format === 'date') return today()
  if (format === 'date-time') return new Date().toISOString()
  if (format === 'email') return `nikt-${randomUUID()}@cwiczenia.example`
  const candidates = [
    'Zupełnie zmyślone słowa',
    'other',
    '2602052',
    '26',
    'pl',
    '07:30',
    'A'.repeat(43),
    'a'.repeat(64),
    'A'.repeat(87),
    'A'.repeat(22),
    '28-363',
    '2602',
    'Zupełnie zmyślone słowa. '.repeat(20),
  ]
  const fitting = candidates.find(
    (each) =>
      each.length >= minLength &&
      each.length <= (maxLength ?? 1000) &&
      (!pattern || new RegExp(pattern, 'u').test(each)),
  )
  if (fitting === undefined) throw new Error(`no example for the pattern ${pattern}`)
  return fitting
}
