import { sql } from 'kysely'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { doubts, placesStates } from './contract.ts'

const byId = (id: string) =>
  sql<{ closed: boolean; iKeep: boolean }>`
    select closed_at is not null as closed, directory.i_keep(id) as "iKeep" from directory.service where id = ${id}`

/** 404 for who does not know of it, 403 for who does not keep it, 409 when it is given no more. */
async function mustKeep(work: Work, id: string) {
  const { closed, iKeep } = await work.mustFind(byId(id))
  if (!iKeep) throw new Refusal(403, 'http:not-allowed')
  if (closed) throw new Refusal(409, 'directory:service-is-closed')
}

/** Says that everything in an entry holds; doubts about it are answered by that. */
export async function confirmService(work: Work, id: string, confirmation: { id: string }) {
  await mustKeep(work, id)
  await work.record({ verb: 'service.confirmed', subjectId: id })
  await sql`insert into directory.confirmation (id, service_id, confidential, confirmed_by)
    select ${confirmation.id}, id, confidential, ${work.actor.workerId} from directory.service where id = ${id}`.execute(
    work.db,
  )
  return {}
}

type Places = {
  id: string
  state: (typeof placesStates)[number]
  free?: number | undefined
  waitDays?: number | undefined
  until?: string | undefined
}

/** Says how many places are free or how long one waits; what was said before is kept. */
export async function sayPlaces(work: Work, id: string, { state, free, waitDays, until, ...said }: Places) {
  await mustKeep(work, id)
  if (state !== 'free' && until && until < (await work.today()))
    throw new Refusal(400, 'directory:day-is-over', { field: 'until' })
  await work.record({ verb: 'service.places', subjectId: id })
  await sql`insert into directory.places (id, service_id, confidential, state, free, wait_days, until, said_by)
    select ${said.id}, id, confidential, ${state}, ${state === 'free' ? (free ?? null) : null}, ${state === 'waiting' ? (waitDays ?? null) : null},
      ${state === 'free' ? null : (until ?? null)}::date, ${work.actor.workerId}
    from directory.service where id = ${id}`.execute(work.db)
  return {}
}

/** Says that a service is given no more. */
export async function closeService(work: Work, id: string) {
  await mustKeep(work, id)
  await work.record({ verb: 'service.closed', subjectId: id })
  await sql`update directory.service set closed_at = now(), changed_at = now(), version = version + 1 where id = ${id}`.execute(
    work.db,
  )
  return {}
}

/** Says that it is given again. */
export async function reopenService(work: Work, id: string) {
  const { closed, iKeep } = await work.mustFind(byId(id))
  if (!iKeep) throw new Refusal(403, 'http:not-allowed')
  if (!closed) throw new Refusal(409, 'directory:service-is-open')
  await work.record({ verb: 'service.reopened', subjectId: id })
  await sql`update directory.service set closed_at = null, changed_at = now(), version = version + 1 where id = ${id}`.execute(
    work.db,
  )
  return {}
}

/**
 * Asks whoever keeps it whether an entry still holds, in a word of a list and a few of one's own, which are of no person: it
 * stands in their day until they say so, change it or close it. 409 where it is asked already, or too much.
 */
export async function doubtService(
  work: Work,
  id: string,
  doubt: { id: string; what: (typeof doubts)[number]; words?: string | undefined },
) {
  const service = await work.mustFind(
    sql<{
      closed: boolean
    }>`select closed_at is not null as closed from directory.service where id = ${id} and not confidential`,
  )
  if (service.closed) throw new Refusal(409, 'directory:service-is-closed')
  // Eleven digits in a row are somebody's number.
  if (/(?:\d[ -]?){11}/.test(doubt.words ?? ''))
    throw new Refusal(400, 'directory:of-a-person', { field: 'words' })
  orRefuse('directory', await work.ask(sql`directory.obstacle_to_doubt(${id}, ${doubt.what})`), 'what')
  await work.record({ verb: 'service.doubted', subjectId: id })
  await sql`insert into directory.doubt (id, service_id, confidential, what, words, asked_by)
    values (${doubt.id}, ${id}, false, ${doubt.what}, ${doubt.words || null}, ${work.actor.workerId})`.execute(
    work.db,
  )
  return {}
}
