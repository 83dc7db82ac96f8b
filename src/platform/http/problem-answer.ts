import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isPassing } from '../database/work.ts'
import { localeOf } from '../texts/locales.ts'
import { type Text, textFor } from '../texts/server.ts'
import { faultsOf, type Issue } from './faults.ts'
import { Refusal } from './problem.ts'

/** What PostgreSQL says of an error, and Fastify of its own. */
type Faulty = {
  code?: string
  statusCode?: number
  message?: string
  schema?: string
  table?: string
  column?: string
  constraint?: string
}

/**
 * That the database cannot be had just now: it is away, starting, ending, promoted elsewhere (what is left then only
 * reads), has no connection to spare, lets our logins in no more, or cannot write what it should. Worth another try in
 * a moment.
 */
export const isAway = ({ code = '', message = '' }: Faulty) =>
  /^(08...|28000|28P01|3D000|57P0[1235]|53[023]00|25006|58030|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(
    code,
  ) ||
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(
    message,
  )

/** Answers any error as `application/problem+json`, in the reader's language, without a word of what is inside. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const text = textFor(localeOf(request.headers['accept-language']))
  const faulty = hasZodFastifySchemaValidationErrors(error)
  // An address with a torn id leads nowhere: there is no field in which anything could be put right.
  const lost = faulty && error.validationContext === 'params'
  if (faulty && !lost) return send(reply, invalid(error.validation, text))
  const refusal = lost
    ? new Refusal(404, 'http:not-found')
    : error instanceof Refusal
      ? error
      : asRefusal(error as Faulty)
  // A database that is away says so itself; a line for each request that met it would drown what matters. That it lets
  // us in no more it says to nobody who could help.
  if (refusal.status === 500 || /^(28|3D)/.test((error as Faulty).code ?? '')) request.log.error(error)
  if (refusal.status === 503) reply.header('retry-after', '1')
  const broken = refusal === error ? undefined : brokenRule(error as Faulty, text)
  const [slice, code] = refusal.name.split(':') as [string, string]
  const said = (part: string) => text(`${slice}:problems.${code}.${part}`, refusal.values)
  return send(reply, {
    status: refusal.status,
    code,
    title: said('title'),
    detail: said('detail'),
    ...(refusal.field && {
      field: refusal.field,
      fields: [{ field: refusal.field, message: said('detail') }],
    }),
    ...broken,
    ...refusal.extra,
  })
}

/**
 * What a constraint of the database says to whoever broke it: its own sentence, `<schema>:constraints.<name>`, or, when it
 * is about one column (`<table>_<column>_check`), the field. Only rules about the row itself speak; what collides with
 * other rows stays silent, for those may not be seen.
 */
function brokenRule({ code, schema, table, column, constraint }: Faulty, text: Text) {
  if (code === '23502' && column)
    return { field: camel(column), fields: [fault(column, text('http:fields.missing'))] }
  if (!constraint || !schema || (code !== '23514' && code !== 'SP001')) return undefined
  const sentence = text(`${schema}:constraints.${constraint}`)
  if (!sentence.startsWith(`${schema}:`)) return { detail: sentence }
  const field = constraint.match(new RegExp(`^${table}_(.+?)_check\\d*$`))?.[1]
  return field && { field: camel(field), fields: [fault(field, text('http:fields.unfit'))] }
}

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const fault = (column: string, message: string) => ({ field: camel(column), message })

const send = (reply: FastifyReply, problem: { status: number } & Record<string, unknown>) =>
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)

/**
 * What PostgreSQL or Fastify refused. What a rule of access refused, and what collided with a row, are answered
 * alike for seen and unseen rows: an error never tells that something is there.
 */
function asRefusal(error: Faulty): Refusal {
  switch (error.code) {
    case '42501':
    case '23505':
    case '23503':
    case '23P01':
    case 'SP001':
      return new Refusal(409, 'http:not-allowed')
    case '23514':
    case '23502':
    case '22001':
    case '22003':
    case '22007':
    case '22008':
    case '22P02':
    case '22021':
    case '22P05':
      return new Refusal(400, 'http:invalid-field')
    case '53100':
      return new Refusal(507, 'http:full')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal(413, 'http:too-large')
  }
  if (isAway(error)) return new Refusal(503, 'http:unavailable')
  if (isPassing(error)) return new Refusal(503, 'http:crowded')
  if (error.statusCode === 429) return new Refusal(429, 'http:too-many')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal(error.statusCode, 'http:unreadable')
  return new Refusal(500, 'http:internal')
}

/** An issue of zod, as fastify-type-provider-zod passes it on. */
type Passed = { keyword: string; instancePath: string; params: Omit<Issue, 'code' | 'path'> }

function invalid(issues: readonly unknown[], text: Text) {
  const fields = faultsOf(
    (issues as Passed[]).map(({ keyword, instancePath, params }) => ({
      ...params,
      code: keyword,
      path: instancePath.split('/').filter(Boolean),
    })),
    text,
  ).slice(0, 50)
  return {
    status: 400,
    code: 'invalid',
    title: text('http:problems.invalid.title'),
    detail: text('http:problems.invalid.detail'),
    field: fields[0]?.field,
    fields,
  }
}
