import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { institutionsContract } from './contract.ts'
import { myInstitution } from './questions.ts'

type Given<Name extends 'keepDutyHours' | 'noteAbsence'> = z.output<
  (typeof institutionsContract)[Name]['body']
>

/** Says when somebody is on duty in the institution that the worker heads, and by which phone: all days at once. */
export async function keepDutyHours(work: Work, { hours, phone }: Given<'keepDutyHours'>) {
  const mine = work.actor.institutionId
  const upsideDown = hours.findIndex(({ begins, ends }) => begins >= ends)
  if (upsideDown >= 0)
    throw new Refusal(400, 'institutions:ends-before-it-begins', { field: `hours.${upsideDown}.ends` })
  await work.record({ verb: 'institution.duty-hours', subjectId: mine, values: { hours, phone } })
  await work.change(
    'institutions.institution',
    mine,
    { duty_phone: phone || null },
    sql`select m."dutyHours" from (${myInstitution}) m`,
  )
  await sql`delete from institutions.duty_hours where institution_id = ${mine}`.execute(work.db)
  await sql`insert into institutions.duty_hours (institution_id, weekday, begins, ends)
    select ${mine}, h.weekday, h.begins, h.ends from jsonb_to_recordset(${JSON.stringify(hours)}) h (weekday int, begins time, ends time)`.execute(
    work.db,
  )
  return {}
}

/** Notes that somebody is away until the end of a day, from now on or from a later day: themselves, or their head. */
export async function noteAbsence(work: Work, workerId: string, { id, from, until }: Given<'noteAbsence'>) {
  if (from < (await work.today())) throw new Refusal(409, 'institutions:time-in-the-past', { field: 'from' })
  if (until < from) throw new Refusal(400, 'institutions:ends-before-it-begins', { field: 'until' })
  const period = sql`tstzrange(greatest(now(), splot.start_of_day(${from}::date)), splot.start_of_day(${until}::date + 1))`
  const overlaps = await work.find(
    sql`select from institutions.absence a where a.worker_id = ${workerId} and a.period && ${period}`,
  )
  if (overlaps) throw new Refusal(409, 'institutions:away-already', { field: 'from' })
  await work.record({ verb: 'worker.away', subjectId: workerId, values: { from, until } })
  await sql`insert into institutions.absence (id, institution_id, worker_id, period, noted_by)
    values (${id}, ${work.actor.institutionId}, ${workerId}, ${period}, ${work.actor.workerId})`.execute(
    work.db,
  )
  return {}
}

/** Ends an absence now, or takes back one that is still to come. */
export async function endAbsence(work: Work, id: string) {
  const { workerId } = await work.mustFind(sql<{ workerId: string }>`
    select worker_id as "workerId" from institutions.absence where id = ${id} and upper(period) > now()`)
  await work.record({ verb: 'worker.back', subjectId: workerId })
  const { numAffectedRows } = await sql`update institutions.absence
    set period = tstzrange(lower(period), greatest(now(), lower(period))) where id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw notFound()
  return {}
}
