import { createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Received } from '../files/receive.ts'
import type { Endpoint } from './contract.ts'
import { Refusal } from './problem.ts'
import type { Work } from './work.ts'

/** What a deed answers with: ids of what it made, or nothing. */
type Ids = Record<string, string>

type Sent = {
  request: FastifyRequest
  /** The file of a form, already taken in. */
  received: Received | undefined
  /** The scope that the request is about. */
  within: string | undefined
}

/** Whether something is done there, and once for a key; what only asks needs none. */
export const isDeed = ({ method, question, who }: Endpoint) =>
  method !== 'GET' && !question && who !== 'anybody' && who !== 'guest'

/**
 * Does a deed once for its `Idempotency-Key`. One that was done before is not done again; it answers with its ids, to
 * whoever may still be where it was done. 409 when the key came with something else.
 */
export async function onceByKey(work: Work, sent: Sent, deed: () => Promise<unknown>): Promise<unknown> {
  const key = sent.request.headers['idempotency-key']
  const me = work.actor.workerId
  if (typeof key !== 'string' || !me) return deed()
  if (!/^[\w-]{8,100}$/.test(key)) throw new Refusal(400, 'http:unreadable')
  const digest = digestOf(work, sent)
  const earlier = await work.find(sql<{ digest: Buffer; ids: Ids }>`
    select digest, ids from http.answered where worker_id = ${me} and key = ${key}`)
  if (!earlier) {
    // A twin that is still under way holds this key: we wait for it, and it decides.
    await sql`insert into http.answered (worker_id, key, digest) values (${me}, ${key}, ${digest})`
      .execute(work.db)
      .catch((error) => {
        throw error.code === '23505' ? Object.assign(error, { code: '40001' }) : error
      })
    const answer = await deed()
    await sql`update http.answered set ids = ${JSON.stringify(answer)} where worker_id = ${me} and key = ${key}`.execute(
      work.db,
    )
    return answer
  }
  if (!earlier.digest.equals(digest)) throw new Refusal(409, 'http:key-used-otherwise')
  if (sent.within) await work.mustHoldAnything(sent.within)
  return earlier.ids
}

/** Tells one request from another, by a key outside the database: what was asked cannot be tried out against it. */
function digestOf({ surroundings }: Work, { request, received }: Sent): Buffer {
  const { method, url, headers, body } = request
  const asked = [method, url, headers['if-match'] ?? null, body ?? null]
  const file = received && [received.name, received.sha256.toString('hex')]
  return createHmac('sha256', surroundings.keys.for('repeated-deeds'))
    .update(JSON.stringify([...asked, file ?? null]))
    .digest()
}
