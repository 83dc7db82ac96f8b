import { sql } from 'kysely'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustHeadMember, recordIn } from './standing.ts'

/** Appoints who speaks for the institution in the partnership, or their deputy, in place of the present one. */
export async function appoint(
  work: Work,
  membershipId: string,
  { id, workerId, part }: { id: string; workerId: string; part: 'representative' | 'deputy' },
) {
  const member = await mustHeadMember(work, membershipId)
  const worker = await work.find(sql<{ name: string }>`
    select given_name || ' ' || family_name as name from institutions.worker
    where id = ${workerId} and institution_id = ${member.institution.id} and period @> now()`)
  if (!worker) throw new Refusal(409, 'partnerships:not-our-worker', { field: 'workerId' })
  orRefuse(
    'partnerships',
    await work.ask(sql`institutions.obstacle_to_part(${workerId}, ${part})`),
    'workerId',
  )
  const other = part === 'representative' ? member.deputy : member.representative
  const present = part === 'representative' ? member.representative : member.deputy
  if (present?.workerId === workerId || other?.workerId === workerId)
    throw new Refusal(409, 'partnerships:already-appointed', {
      field: 'workerId',
      values: { name: worker.name },
    })
  await recordIn(work, member.partnershipId, `${part}.appointed`, membershipId, {
    institution: member.institution.name,
    name: worker.name,
  })
  if (present) await end(work, present.id)
  await sql`insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by)
    values (${id}, ${membershipId}, ${workerId}, ${part}, tstzrange(now(), null), ${work.actor.workerId})`.execute(
    work.db,
  )
  return {}
}

/** Ends an appointment without naming another. */
export async function endAppointment(work: Work, id: string) {
  const given = await work.mustFind(sql<{ membershipId: string; part: string; name: string }>`
    select a.membership_id as "membershipId", a.part, w.given_name || ' ' || w.family_name as name
    from partnerships.appointment a join institutions.worker w on w.id = a.worker_id where a.id = ${id} and a.period @> now()`)
  const member = await mustHeadMember(work, given.membershipId)
  await recordIn(work, member.partnershipId, `${given.part}.ended`, given.membershipId, {
    institution: member.institution.name,
    name: given.name,
  })
  await end(work, id)
  return {}
}

const end = (work: Work, id: string) =>
  sql`update partnerships.appointment set period = tstzrange(lower(period), greatest(now(), lower(period))) where id = ${id}`.execute(
    work.db,
  )
