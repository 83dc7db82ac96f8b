/** A fault that a shape found: as zod tells it, or as Fastify passes on what zod told. */
export type Issue = {
  code: string
  path: readonly PropertyKey[]
  minimum?: number | bigint
  maximum?: number | bigint
  origin?: string
  format?: string
  keys?: readonly string[]
  params?: { said?: string; max?: number }
}

export type Fault = { field: string; message: string }

/**
 * What a shape found wrong, as words at fields (`items.0.due`): the same in the browser, before anything is sent, and in
 * the server's answer.
 */
export const faultsOf = (
  issues: readonly Issue[],
  text: (key: string, values: Record<string, number | null>) => string,
): Fault[] =>
  issues.flatMap((issue) => {
    const [key, values = {}] = said(issue)
    const message = text(`http:fields.${key}`, values)
    // Keys that nobody knows are named one by one.
    return (issue.keys ?? [null]).map((unknown) => ({
      field: [...issue.path, ...(unknown === null ? [] : [unknown])].join('.'),
      message,
    }))
  })

const formats: Record<string, string> = { date: 'not-a-day', email: 'not-an-address' }

function said(issue: Issue): [key: string, values?: Record<string, number | null>] {
  const counted = issue.origin === 'string'
  const listed = issue.origin === 'array'
  const [min, max] = [Number(issue.minimum), Number(issue.maximum)]
  switch (issue.code) {
    case 'invalid_type':
      return ['missing']
    case 'too_small':
      if ((counted && min <= 2) || (listed && min === 1)) return ['missing']
      return [listed ? 'too-few' : counted ? 'too-short' : 'too-small', { min }]
    case 'too_big':
      return [listed ? 'too-many' : counted ? 'too-long' : 'too-large', { max }]
    case 'invalid_format':
      return [formats[issue.format ?? ''] ?? 'unfit']
    case 'custom':
      return [issue.params?.said ?? 'unfit', { max: issue.params?.max ?? null }]
    case 'unrecognized_keys':
      return ['unknown-key']
    default:
      return ['unfit']
  }
}
