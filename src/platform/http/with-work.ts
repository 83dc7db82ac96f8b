import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Statement } from '../database/packet.ts'
import { isTriedAgain, type Line, lineOn } from '../database/work.ts'
import { identitySecret } from '../identity/auth.ts'
import { sessionCookie, tokenFromCookie } from '../identity/session-token.ts'
import { lookAt, type notedLooks } from '../journal/look.ts'
import { localeOf } from '../texts/locales.ts'
import type { Endpoint } from './contract.ts'
import { Refusal } from './problem.ts'
import { isAway } from './problem-answer.ts'
import type { Route } from './routes-of.ts'
import { type lastSessions, saysTheSame } from './sessions.ts'
import { type Account, mustHaveFactor, type Surroundings, Work } from './work.ts'

/** What a request sends first: see `beginActing`. */
export type Begin = (token: string, scope: string | undefined, actingAs?: string) => Statement[]

/** What the database answers of a session. */
export type Begun = Omit<Account, 'id' | 'name'> & {
  accountId: string
  accountName: string
  workerId: string | null
  institutionId: string | null
}

/** What the work of requests is begun with, and what is remembered from one to the next. */
export type Acting = {
  surroundings: Surroundings
  pool: pg.Pool
  begin: Begin
  looks: ReturnType<typeof notedLooks>
  sessions: ReturnType<typeof lastSessions<Begun>>
}

/** The token of the session a request carries, signed by us; whether it still runs is asked with the work. */
export const sessionOf = (request: FastifyRequest, { settings, keys }: Surroundings) =>
  tokenFromCookie(request.headers.cookie, sessionCookie(settings.url), identitySecret(keys))

/** Whether a session lacks a second factor that must be there by now; in practice mode nobody is asked for one. */
export const lacksFactor = ({ factorMissing }: Partial<Begun>, { settings }: Surroundings) =>
  settings.mode === 'service' && Boolean(factorMissing)

/**
 * The worker in whose name something is asked: a page stands for one, whichever job of the same person was chosen meanwhile
 * in another tab. A link to a paper, which carries no header, says it in its address.
 */
export function standsFor({ headers, url }: FastifyRequest): string | undefined {
  const named = headers[actingAs]
  if (typeof named === 'string') return named
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get(actingAs) ?? undefined
}

/** The same as an id, for whoever begins the work; nobody is meant by what is none. */
export const workerIn = (named: string | undefined) =>
  named && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(named) ? named.toLowerCase() : undefined

export const actingAs = 'acting-as'

/** The scope that a request is about, by its contract. */
export const scopeOf = ({ params }: FastifyRequest, { within }: Endpoint) =>
  within && (params as Record<string, string>)[within]

/**
 * One request, one transaction: finds whose session it is, becomes that worker, does the work, notes where they looked,
 * commits. A deadlock is tried again from the start.
 *
 * Work of a worker supposes that the session says what it said last time, so that what begins it goes out with its first
 * question. Nothing is told or kept before that is answered; where it is otherwise, everything begins anew.
 */
export async function withWork<Answered>(
  request: FastifyRequest,
  route: Route,
  { surroundings, pool, begin, looks, sessions }: Acting,
  handle: (work: Work) => Promise<Answered>,
): Promise<Answered> {
  const token = sessionOf(request, surroundings)
  if (!token) throw new Refusal(401, 'http:not-signed-in')
  const within = scopeOf(request, route.endpoint)
  const ofAccount = route.endpoint.who === 'account'
  const as = ofAccount ? undefined : standsFor(request)
  const opening = begin(token, within, workerIn(as))
  const known = `${token} ${as ?? ''}`
  // What an account does goes other ways besides this work, so nothing is supposed of it.
  let supposing = !ofAccount
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect()
    const line = lineOn(client)
    let broken: Error | undefined
    let work: Work | undefined
    try {
      const supposed = supposing ? sessions.of(known) : undefined
      let begun = supposed
      line.begin(opening, (row) => {
        begun = row as Begun | undefined
        sessions.keep(known, begun)
        return !supposed || saysTheSame(supposed, begun)
      })
      if (!supposed) await line.beganAsSupposed()
      if (!begun) throw new Refusal(401, 'http:not-signed-in')
      work = workOf(request, begun, { route, as }, line, surroundings)
      const look = lookOf(route, within, work, looks)
      if (look) line.endApart()
      const answered = await handle(work)
      if (!(await line.beganAsSupposed())) throw new Error('begun on another session')
      await line.end(look && lookAt(work.actor, look.scope, look.kind))
      if (look) looks.add(work.actor, look.scope, look.kind)
      return answered
    } catch (failure) {
      let error = failure
      // Nobody is told anything before it is sure who asks.
      const otherwise = !(await line.beganAsSupposed().catch((away) => {
        error = away
        return true
      }))
      broken = await line.undo()
      if (otherwise) {
        supposing = false
        continue
      }
      if (await isTriedAgain(error, attempt)) continue
      if (isAway(error as object)) looks.forget()
      if (work && error instanceof Refusal) await noteWhatIsTold(error, work, line, opening, within)
      throw error
    } finally {
      client.release(broken)
    }
  }
}

/** The look that this answer leaves, unless it is noted already. */
function lookOf(
  { endpoint: { look: kind } }: Route,
  scope: string | undefined,
  { actor }: Work,
  looks: Acting['looks'],
) {
  return kind && scope && !looks.has(actor, scope, kind) ? { scope, kind } : undefined
}

/** A refusal that tells content is a look too. It is noted before it is told, after all else was undone. */
async function noteWhatIsTold(
  { trace, extra }: Refusal,
  { actor, db }: Work,
  line: Line,
  opening: Statement[],
  within: string | undefined,
): Promise<void> {
  const look = extra.current && within ? lookAt(actor, within, 'changed-meanwhile') : []
  if (!trace && !look.length) return
  line.begin(opening)
  if (trace) await sql`select ${trace}`.execute(db)
  await line.end(look)
}

function workOf(
  request: FastifyRequest,
  begun: Begun,
  { route, as }: { route: Route; as: string | undefined },
  line: Line,
  surroundings: Surroundings,
): Work {
  const { accountId, accountName, workerId, institutionId, ...rest } = begun
  rest.factorMissing = lacksFactor(rest, surroundings)
  if (route.endpoint.who !== 'account') {
    if (!workerId) throw new Refusal(403, 'http:no-work')
    mustHaveFactor(rest)
    // They work there no more, or somebody else signed in meanwhile: nothing is done in another's name.
    if (as !== undefined && as.toLowerCase() !== workerId) throw new Refusal(409, 'http:acting-as-another')
  }
  const seen = request.headers['if-match']
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(seen ?? '')
  // Whoever names a version relies on it: one that cannot be read is not left out.
  if (seen !== undefined && !match) throw new Refusal(400, 'http:unreadable')
  const reading = request.headers['accept-language']
  return new Work({
    db: line.db,
    account: { ...rest, id: accountId, name: accountName },
    locale: reading ? localeOf(reading) : rest.locale,
    actor: { workerId: workerId ?? '', institutionId: institutionId ?? '' },
    surroundings,
    expectedVersion: match ? Number(match[1]) : undefined,
  })
}
