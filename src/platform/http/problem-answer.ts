import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { localeOf } from '../texts/locales.ts'
import { type Text, textFor } from '../texts/server.ts'
import { Refusal } from './problem.ts'

type Faulty = { code?: string; statusCode?: number; message?: string; constraint?: string }

/** Raised by transactions that were in each other's way: worth another try from the start. */
export const isPassing = (error: unknown) => ['40001', '40P01'].includes((error as Faulty).code ?? '')

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
  if (refusal.status >= 500) request.log.error(error)
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
    ...refusal.extra,
  })
}

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
    case '57P01':
    case '57P02':
    case '57P03':
    case '08006':
    case '08001':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
      return new Refusal(503, 'http:unavailable')
    case '53100':
      return new Refusal(507, 'http:unavailable')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal(413, 'http:too-large')
  }
  if (/Connection terminated|Client has encountered a connection error/.test(error.message ?? ''))
    return new Refusal(503, 'http:unavailable')
  if (error.statusCode === 429) return new Refusal(429, 'http:too-many')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal(error.statusCode, 'http:unreadable')
  return new Refusal(500, 'http:internal')
}

/** An issue of zod, as fastify-type-provider-zod passes it on. */
type Issue = {
  keyword: string
  instancePath: string
  params: {
    minimum?: number
    maximum?: number
    origin?: string
    format?: string
    keys?: string[]
    params?: { said: string; max?: number }
  }
}

function invalid(issues: readonly unknown[], text: Text) {
  const fields = (issues as Issue[])
    .flatMap((issue) => {
      const place = issue.instancePath.split('/').filter(Boolean)
      const message = explain(issue, text)
      // Keys that nobody knows are named one by one.
      return (issue.params.keys ?? [null]).map((key) => ({
        field: (key === null ? place : [...place, key]).join('.'),
        message,
      }))
    })
    .slice(0, 50)
  return {
    status: 400,
    code: 'invalid',
    title: text('http:problems.invalid.title'),
    detail: text('http:problems.invalid.detail'),
    field: fields[0]?.field,
    fields,
  }
}

function explain({ keyword, params }: Issue, text: Text): string {
  const counted = params.origin === 'string'
  const listed = params.origin === 'array'
  switch (keyword) {
    case 'invalid_type':
      return text('http:fields.missing')
    case 'too_small':
      if (counted && Number(params.minimum) <= 2) return text('http:fields.missing')
      if (listed && Number(params.minimum) === 1) return text('http:fields.missing')
      return text(
        listed ? 'http:fields.too-few' : counted ? 'http:fields.too-short' : 'http:fields.too-small',
        {
          min: Number(params.minimum),
        },
      )
    case 'too_big':
      return text(
        listed ? 'http:fields.too-many' : counted ? 'http:fields.too-long' : 'http:fields.too-large',
        { max: Number(params.maximum) },
      )
    case 'invalid_format':
      return text(params.format === 'date' ? 'http:fields.not-a-day' : 'http:fields.unfit')
    case 'custom':
      return text(`http:fields.${params.params?.said ?? 'unfit'}`, { max: params.params?.max ?? null })
    case 'unrecognized_keys':
      return text('http:fields.unknown-key')
    default:
      return text('http:fields.unfit')
  }
}
