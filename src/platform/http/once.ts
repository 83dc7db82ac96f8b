import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { Refusal } from './problem.ts'
import type { Route } from './routes-of.ts'
import type { Work } from './work.ts'

/** Does a deed once for its `Idempotency-Key`: one that was done before answers as it did then. */
export async function onceByKey(
  request: FastifyRequest,
  route: Route,
  work: Work,
  handle: (work: Work) => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || request.method === 'GET' || !work.actor.workerId || route.endpoint.stream)
    return handle(work)
  if (!/^[\w-]{8,100}$/.test(key)) throw new Refusal(400, 'http:unreadable')
  const hash = createHash('sha256')
    .update(
      `${request.method} ${request.url} ${request.headers['if-match'] ?? ''} ${JSON.stringify(request.body ?? null)}`,
    )
    .digest('hex')
  const earlier = await work.find(sql<{ requestHash: string; answer: unknown }>`
    select request_hash as "requestHash", answer from http.answered
    where worker_id = ${work.actor.workerId} and key = ${key}`)
  if (!earlier) {
    // A twin that is still under way holds this key: we wait for it, and it decides.
    await sql`insert into http.answered (worker_id, key, request_hash) values (${work.actor.workerId}, ${key}, ${hash})`
      .execute(work.db)
      .catch((error) => {
        throw error.code === '23505' ? Object.assign(error, { code: '40001' }) : error
      })
    const answer = await handle(work)
    await sql`update http.answered set status = 200, answer = ${JSON.stringify(answer ?? null)}
      where worker_id = ${work.actor.workerId} and key = ${key}`.execute(work.db)
    return answer
  }
  if (earlier.requestHash !== hash) throw new Refusal(409, 'http:key-used-otherwise')
  return earlier.answer
}
