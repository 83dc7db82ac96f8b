import { z } from 'zod'
import { lengths } from '../database/lengths.ts'
import type { Received } from '../files/receive.ts'
import { addDays, today } from '../texts/dates.ts'

/**
 * One endpoint, as the outside sees it. From it come the route, its OpenAPI description and the typed client.
 * `path` is below /api and names its parameters as `:id`.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  /** One sentence for the API's page. */
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** Of a deed: ids or nothing, so that nothing of content is kept for repeating. What is there now is asked for. */
  answer: z.ZodType
  /** Codes of the problems that it may answer with, besides the common ones. */
  problems?: readonly string[]
  /** Who may ask: a worker (default), any signed-in account, somebody who came by a link (below /guests alone), or anybody. */
  who?: 'worker' | 'account' | 'guest' | 'anybody'
  /** Of one that anybody may ask: how often it is taken from one address in a day. */
  aDay?: number
  /** The parameter that names the scope which the request is about; sight is looked up for that scope alone. */
  within?: string
  /** What is looked at there, as a kind: an answer with content of a scope is noted for whoever reads it. */
  look?: string
  /** Classes of which the worker must hold one in that scope; to who holds none, it is not there (404). */
  needs?: readonly [string, ...string[]]
  /** Asks, though its words are sent in a body: nothing is changed, so it needs no key and nothing of it is kept. */
  question?: true
  /**
   * Starts from a version that somebody saw, sent in `If-Match`: needed (428 without it), or taken where there is one. 409
   * when it changed meanwhile.
   */
  version?: 'needed' | 'taken'
  /** The answer is a stream of bytes, not JSON. */
  stream?: true
  /** Takes a form with one file in place of a JSON body: a paper or a picture, or tables. */
  upload?: true | 'tables'
}

export type Contract = Record<string, Endpoint>

/** Keeps the exact types of an endpoint's shapes. */
export const endpoint = <const E extends Endpoint>(described: E): E => described

type Output<E, Part extends string, Otherwise> =
  E extends Record<Part, infer S extends z.ZodType> ? z.output<S> : Otherwise
type Given<E, Part extends string> =
  E extends Record<Part, infer S extends z.ZodType> ? z.input<S> : undefined

/** What a handler receives, after it was checked against the shapes. */
export type InputOf<E extends Endpoint> = {
  params: Output<E, 'params', Record<string, never>>
  query: Output<E, 'query', Record<string, never>>
  body: E extends { upload: true } ? Received : Output<E, 'body', undefined>
}
export type AnswerOf<E extends Endpoint> = z.output<E['answer']>

/** What a client gives. */
export type GivenOf<E extends Endpoint> = {
  params: Given<E, 'params'>
  query: Given<E, 'query'>
  body: E extends { upload: true | 'tables' } ? FormData : Given<E, 'body'>
}

// Shapes that every slice uses -----------------------------------------------------------------------------------

export const id = z.uuid()
/** Whom a fact is about; left out, it follows from its domain, then from the institution, else it is everybody. */
export const aboutPeople = z
  .array(id)
  .min(1)
  .max(40)
  .optional()
  .describe('Whom it is about; else as its domain or institution says.')
/** Whom something is about where its writer says nothing: adults, children or everybody, and who these are today. */
export const aboutByDefault = z.object({ whom: z.string().nullable(), people: z.array(id) })
/** Which institutions read a fact, by name; of those on the team that do not, only who coordinates is told. */
export const readers = z.object({ reads: z.array(z.string()), others: z.array(z.string()).nullable() })
export const withId = z.object({ id })
export const day = z.iso.date()
/** A day as a person types it; a year of another time is a slip of the finger, told at its field (`http:fields.<said>`). */
const dayBetween = (said: string, first: () => string, last: () => string) =>
  day.refine((given) => given >= first() && given <= last(), { params: { said } })
export const birthDay = dayBetween('birth-day', () => '1900-01-01', today)
/** A day of work: when something was or is to be done, at most ten years ahead. */
export const workDay = dayBetween(
  'work-day',
  () => '1990-01-01',
  () => addDays(today(), 3653),
)
export const birthYear = z
  .int()
  .min(1900)
  .refine((year) => year <= Number(today().slice(0, 4)), { params: { said: 'birth-year' } })
export const instant = z.iso.datetime({ offset: true })
/** Of a page in the web, typed or pasted. */
export const webAddress = (shape: z.ZodString) =>
  shape.refine((typed) => /^https?:\/\/\S+$/.test(typed), { params: { said: 'not-a-link' } })
export const postalCode = z
  .string()
  .refine((typed) => /^\d{2}-\d{3}$/.test(typed), { params: { said: 'postal-code' } })
/** Marks that turn the direction of what follows: a name that holds one would turn the rest of its line. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g
/** What nobody sees at the ends: spaces, signs that only tell how others are written, and letters that fill a place. */
const unseenEnds =
  /^(?:[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]|\u034f)+|(?:[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]|\u034f)+$/gu
const tidied = (typed: string) => typed.replace(turns, '').replace(unseenEnds, '')
const around = /^[„“”"«»]([^„“”"«»]+)[“”"«»]([.!?…]?)$/
const unquoted = (typed: string) => typed.replace(around, '$1$2')
type Column = keyof typeof lengths
/** Of a text: as long as the column that keeps it takes, or a shortest and a longest length of its own. */
type Length = [column: Column] | [least: number, most: number | Column]
/** The column that keeps a text, also of what was made from its shape. */
export const columns = z.registry<{ column: string }>()
const bounded = (typed: z.ZodString, [first, most]: Length) => {
  const [least, longest] = typeof first === 'string' ? lengths[first] : [first, most!]
  const shape = typed.min(least).max(typeof longest === 'string' ? lengths[longest][1] : longest)
  const column = typeof first === 'string' ? first : most
  return typeof column === 'string' ? shape.register(columns, { column }) : shape
}
/**
 * Text that a person typed: trimmed, without marks that turn the direction of writing; refused with control characters
 * and halves of characters. One in which nothing is to be seen is a missing one.
 */
export const text = (...length: Length) =>
  bounded(
    z
      .string()
      .overwrite(tidied)
      .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u),
    length,
  )
/**
 * Somebody's own words, which stand in quotation marks wherever they are shown: marks that were typed around them are
 * taken off.
 */
export const quoted = (shape: z.ZodString) => shape.overwrite(unquoted)
/** Columns that keep what somebody or something is called. */
const isCalled = /\.(?:given_name|family_name|short_name|name|shown)$/
/** A name has a letter that one can see. */
export const withLetter = (shape: z.ZodString) =>
  shape.refine((typed) => typed === '' || /\p{L}/u.test(typed.replace(/\p{DI}/gu, '')), {
    params: { said: 'no-letter' },
  })
/** Text of one line, for names and the like: line breaks and runs of spaces become one space. */
export const line = (...length: Length) => {
  const shape = bounded(
    z
      .string()
      .overwrite((typed) => tidied(typed).replace(/[\s\u0085]+/g, ' '))
      .regex(/^(?:[^\p{Cc}\p{Cs}])*$/u),
    length,
  )
  return typeof length[0] === 'string' && isCalled.test(length[0]) ? withLetter(shape) : shape
}
export const code = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
/** A code of a list in `data/codes`, by the list's name. The server takes no other (`strictly`). */
export const codeOf = (list: string) => code.meta({ list })
export const terc = z.string().regex(/^\d{7}$/)
export const nothing = z.object({})
/** The version that a change starts from. */
export const version = z.int().min(1)
/** Keyset paging: `after` is the `next` of the page before. */
export const paging = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
