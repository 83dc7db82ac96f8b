import type { RawBuilder } from 'kysely'

/**
 * Why a request is not done, for a person: becomes `application/problem+json` (RFC 9457) with the code, a sentence
 * that says what to do (text `<slice>:problems.<code>.title` and `.detail`) and the field it concerns.
 */
export class Refusal extends Error {
  readonly status: number
  /** `<slice>:<code>`; the part before the colon names the texts, the part after it is the stable code. */
  readonly name: string
  readonly field: string | undefined
  readonly values: Record<string, string | number | null>
  /** More for the client, for instance the present state of what changed meanwhile. */
  readonly extra: Record<string, unknown>
  /** Notes whom or what the sentence tells of: asked when everything else was undone, before it is told. */
  readonly trace: RawBuilder<unknown> | undefined

  constructor(
    status: number,
    name: `${string}:${string}`,
    more: {
      field?: string
      values?: Record<string, string | number | null>
      extra?: Record<string, unknown>
      trace?: RawBuilder<unknown>
    } = {},
  ) {
    super(name)
    this.status = status
    this.name = name
    this.field = more.field
    this.values = more.values ?? {}
    this.extra = more.extra ?? {}
    this.trace = more.trace
  }
}

/** What the actor may not see does not exist for them. */
export const notFound = () => new Refusal(404, 'http:not-found')

/**
 * Somebody changed the record meanwhile; `current` is how it is now, so that the person can decide. Whoever is told so has
 * looked at the scope that the request is about.
 */
export const changedMeanwhile = (current: Record<string, unknown>) =>
  new Refusal(409, 'http:changed-meanwhile', { extra: { current } })

/** Turns the answer of a deed in the database (null, or a code of what stands in the way) into a refusal. */
export function orRefuse(slice: string, obstacle: string | null | undefined, field?: string): void {
  if (!obstacle) return
  if (obstacle === 'not-found') throw notFound()
  if (obstacle === 'changed-meanwhile') throw new Refusal(409, 'http:changed-meanwhile')
  throw new Refusal(409, `${slice}:${obstacle}`, field ? { field } : {})
}
