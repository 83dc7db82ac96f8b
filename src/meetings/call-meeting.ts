import { sql } from 'kysely'
import type { z } from 'zod'
import { tellGuests } from '../guests/invite.ts'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { meetingsContract } from './contract.ts'
import { placeOf } from './questions.ts'

type OfCase = z.output<typeof meetingsContract.callOfCase.body>
type OfPartnership = z.output<typeof meetingsContract.callOfPartnership.body>

/** Calls a meeting of the team of a case; whom of the family it asks is told to those who may know them. */
export async function callOfCase(work: Work, caseId: string, { family, ...meeting }: OfCase) {
  await call(work, meeting, { scopeId: caseId, partnershipId: null })
  for (const seat of family)
    work.write(sql`insert into meetings.family_seat (id, meeting_id, scope_id, about, wish)
      values (${seat.id}, ${meeting.id}, ${caseId}, ${[seat.personId]}, ${seat.wish || null})`)
  return { id: meeting.id }
}

/** Calls a meeting of a partnership; reflection and supervision are a place of their own. */
export async function callOfPartnership(work: Work, partnershipId: string, meeting: OfPartnership) {
  await work.mustFind(sql`select from partnerships.partnership where id = ${partnershipId}`)
  const kind = await work.mustFind(
    sql<{ place: string }>`select place from meetings.meeting_kind where code = ${meeting.kind}`,
  )
  await call(work, meeting, { scopeId: kind.place === 'own' ? meeting.id : partnershipId, partnershipId })
  return { id: meeting.id }
}

async function call(
  work: Work,
  { id, kind, place, link, minutes, dates, people }: OfPartnership,
  where: { scopeId: string; partnershipId: string | null },
) {
  mustHavePlace({ place, link })
  for (const date of dates) mustBeAhead(date.startsAt, 'dates')
  if (new Set(dates.map(({ startsAt }) => Number(new Date(startsAt)))).size < dates.length)
    throw new Refusal(400, 'meetings:twice-the-same', { field: 'dates' })
  if (
    !(await work.ask<boolean>(
      sql`meetings.fits(${kind}, ${id}, ${where.scopeId}, ${where.partnershipId}::uuid)`,
    ))
  )
    throw notFound()
  const fixed = dates.length === 1 ? dates[0]!.startsAt : null
  work.write(sql`
    insert into meetings.meeting (id, scope_id, partnership_id, kind, called_by, institution_id, place, link, minutes, starts_at, fixed_at)
    values (${id}, ${where.scopeId}, ${where.partnershipId}, ${kind}, ${work.actor.workerId}, ${work.actor.institutionId},
      ${place || null}, ${link || null}, ${minutes}, ${fixed}::timestamptz, ${fixed ? sql`now()` : null})`)
  if (!fixed)
    for (const date of dates)
      work.write(sql`insert into meetings.proposed_date (id, meeting_id, scope_id, starts_at)
        values (${date.id}, ${id}, ${where.scopeId}, ${date.startsAt})`)
  await invite(work, id, where.scopeId, people)
  await work.record({
    verb: 'meeting.called',
    subjectId: id,
    scopeId: where.scopeId,
    class: 'team',
    values: { kind, ...(fixed && { startsAt: fixed }) },
  })
}

/** Who calls a meeting comes to it. 409 for somebody who may not be at that table. */
async function invite(work: Work, meetingId: string, scopeId: string, people: OfPartnership['people']) {
  const asked = people.map(({ workerId }) => workerId)
  const known = await work.all(sql<{ id: string; institutionId: string; may: boolean }>`
    select w.id, w.institution_id as "institutionId", meetings.may_be_invited(${meetingId}, w.id) as may
    from institutions.worker w where w.id = any (${asked}::uuid[])`)
  for (const { id, workerId, needed } of people) {
    const worker = known.find((each) => each.id === workerId)
    if (!worker?.may) throw new Refusal(409, 'meetings:not-at-the-table', { field: 'people' })
    work.write(sql`insert into meetings.invitee (id, meeting_id, scope_id, worker_id, institution_id, needed)
      values (${id}, ${meetingId}, ${scopeId}, ${workerId}, ${worker.institutionId}, ${needed})`)
  }
}

/** Says when and where it is: one of the proposed dates, or another time. */
export async function fixMeeting(
  work: Work,
  id: string,
  { startsAt, place, link, minutes }: z.output<typeof meetingsContract.fix.body>,
) {
  const { scopeId } = await work.mustFind(placeOf(id))
  mustHavePlace({ place, link })
  mustBeAhead(startsAt, 'startsAt')
  orRefuse(
    'meetings',
    await work.ask(
      sql`meetings.fix(${id}, ${work.expectedVersion!}, ${startsAt}::timestamptz, ${place || null}, ${link || null}, ${minutes})`,
    ),
  )
  await tellGuests(work, id, 'moved')
  await record(work, 'fixed', id, scopeId, { startsAt })
  return {}
}

export async function cancelMeeting(work: Work, id: string, because: string) {
  const { scopeId } = await work.mustFind(placeOf(id))
  orRefuse('meetings', await work.ask(sql`meetings.cancel(${id}, ${because})`))
  await tellGuests(work, id, 'off')
  await record(work, 'cancelled', id, scopeId, { because })
  return {}
}

/** What happens to a meeting is about the work itself: read by all who work together there. */
export const record = (
  work: Work,
  step: string,
  id: string,
  scopeId: string,
  values?: Record<string, unknown>,
) => work.record({ verb: `meeting.${step}`, subjectId: id, scopeId, class: 'team', values })

function mustHavePlace({ place, link }: { place?: string | undefined; link?: string | undefined }) {
  if (!place && !link) throw new Refusal(400, 'meetings:place-or-link', { field: 'place' })
}

/** 400 for a time that is over: a meeting is called for one to come. */
function mustBeAhead(startsAt: string, field: string) {
  if (new Date(startsAt) < new Date()) throw new Refusal(400, 'meetings:is-over-already', { field })
}
