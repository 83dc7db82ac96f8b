import { today, typedDay } from '../texts/dates.ts'

/** A fault that a shape found: as zod tells it, or as Fastify passes on what zod told. */
export type Issue = {
  code: string
  path: readonly PropertyKey[]
  minimum?: number | bigint
  maximum?: number | bigint
  origin?: string
  format?: string
  expected?: string
  received?: string
  errors?: readonly (readonly Issue[])[]
  keys?: readonly string[]
  params?: { said?: string; max?: number }
}

type Values = Record<string, string | number | null>

export type Fault = { field: string; message: string }

/**
 * What a shape found wrong, as words at fields (`items.0.due`): the same in the browser, before anything is sent, and in
 * the server's answer.
 */
export const faultsOf = (issues: readonly Issue[], text: (key: string, values: Values) => string): Fault[] =>
  issues.flatMap((issue) => {
    const [key, values = {}] = said(issue)
    const message = text(`http:fields.${key}`, values)
    // Keys that nobody knows are named one by one.
    return (issue.keys ?? [null]).map((unknown) => ({
      field: [...issue.path, ...(unknown === null ? [] : [unknown])].join('.'),
      message,
    }))
  })

const formats: Record<string, string> = { date: 'not-a-day', email: 'not-an-address', url: 'not-a-link' }

function said(issue: Issue): [key: string, values?: Values] {
  const counted = issue.origin === 'string'
  const listed = issue.origin === 'array'
  const [min, max] = [Number(issue.minimum), Number(issue.maximum)]
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return ['not-whole']
      return [issue.received === 'NaN' ? 'not-a-number' : 'missing']
    case 'invalid_union': {
      // Of shapes that one value may have (an address, or nothing), what is wrong with it as the first that says more.
      const told = issue.errors
        ?.flat()
        .find(({ code, path }) => code !== 'invalid_value' && path.length === 0)
      return told ? said(told) : ['unfit']
    }
    case 'too_small':
      if ((counted || listed) && min === 1) return ['missing']
      return [listed ? 'too-few' : counted ? 'too-short' : 'too-small', { min }]
    case 'too_big':
      return [listed ? 'too-many' : counted ? 'too-long' : 'too-large', { max }]
    case 'invalid_format':
      return [formats[issue.format ?? ''] ?? 'unfit', { day: typedDay(today()) }]
    case 'custom':
      return [issue.params?.said ?? 'unfit', { max: issue.params?.max ?? null }]
    case 'unrecognized_keys':
      return ['unknown-key']
    default:
      return ['unfit']
  }
}
