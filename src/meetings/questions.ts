import { sql } from 'kysely'
import type { z } from 'zod'
import { stateOfGuest } from '../guests/questions.ts'
import { atUtc } from '../platform/database/instants.ts'
import type { meetingsContract } from './contract.ts'

type Answer<Name extends keyof typeof meetingsContract> = z.output<(typeof meetingsContract)[Name]['answer']>
export type Listed = Answer<'ofCase'>[number]
type Found = Omit<Answer<'meeting'>, 'points' | 'people' | 'family' | 'guests'> & { scopeId: string }

const nameOf = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)
const shortName = (alias: string) => sql.raw(`coalesce(${alias}.short_name, ${alias}.name)`)

const listed = sql`m.id, m.kind, ${atUtc('m.starts_at')} as "startsAt", m.minutes, m.place, m.link,
  case when m.cancelled_at is not null then 'cancelled' when m.approved_at is not null then 'approved' when m.ended_at is not null then 'sent'
    when m.begun_at is not null then 'goes-on' else 'planned' end as state,
  i.answer as mine, i.id is not null and m.begun_at is null and m.cancelled_at is null and (case when m.starts_at is null then i.dates_answered_at is null and m.called_by <> i.worker_id else i.answer is null end) as asked,
  exists (select from meetings.acknowledgement a where a.meeting_id = m.id and a.worker_id = access.me()) as read`
const myInvitation = sql`left join meetings.invitee i on i.meeting_id = m.id and i.worker_id = access.me()`

/** Meetings in a place, those to come first, the nearest first; those of a partnership with what I am invited to of its own kinds. */
export const meetingsIn = (place: string) => sql<Listed>`
  select ${listed} from meetings.meeting m ${myInvitation}
  where m.scope_id = ${place} or m.partnership_id = ${place}
  order by m.ended_at is not null or m.cancelled_at is not null, case when m.ended_at is null and m.cancelled_at is null then m.starts_at end, m.starts_at desc, m.id limit 200`

/** Where a meeting lies, as far as I may know of it. */
export const placeOf = (id: string) => sql<{ scopeId: string; caseId: string | null }>`
  select m.scope_id as "scopeId", case when m.partnership_id is null then m.scope_id end as "caseId" from meetings.meeting m where m.id = ${id}`

export const meetingById = (id: string) => sql<Found>`
  select ${listed}, m.scope_id as "scopeId", case when m.partnership_id is null then m.scope_id end as "caseId",
    p.id as "partnershipId", p.name as partnership, ${nameOf('w')} as "calledBy", ${atUtc('m.called_at')} as "calledAt", ${atUtc('m.begun_at')} as "beganAt",
    ${atUtc('m.ended_at')} as "endedAt", ${atUtc('m.approved_at')} as "approvedAt", ${nameOf('b')} as "approvedBy", m.cancelled_because as "cancelledBecause",
    meetings.i_run(m) as "iRun", nullif(r.quorum, '') as quorum, m.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'startsAt', ${atUtc('d.starts_at')}) order by d.starts_at)
      from meetings.proposed_date d where d.meeting_id = m.id), '[]') as dates
  from meetings.meeting m ${myInvitation} join institutions.worker w on w.id = m.called_by left join institutions.worker b on b.id = m.approved_by
  left join cases."case" c on c.id = m.scope_id join partnerships.partnership p on p.id = coalesce(m.partnership_id, c.partnership_id)
  left join partnerships.rules_of_work r on r.partnership_id = p.id and r.period @> now() and m.partnership_id is not null
  where m.id = ${id}`

export const peopleOf = (id: string) => sql<Answer<'meeting'>['people'][number]>`
  select i.id, i.worker_id as "workerId", ${nameOf('w')} as name, i.institution_id as "institutionId", ${shortName('o')} as institution, i.needed, exists (select from meetings.meeting m where m.id = i.meeting_id and m.called_by = i.worker_id) as calls, i.answer, i.words,
    case when s.id is not null then jsonb_build_object('id', s.id, 'name', ${nameOf('s')}) end as "standIn", i.attendance,
    coalesce((select jsonb_object_agg(a.date_id, a.answer) from meetings.availability a where a.invitee_id = i.id), '{}') as dates,
    i.dates_answered_at is not null as "saidDates",
    (select ${atUtc('a.read_at')} from meetings.acknowledgement a where a.meeting_id = i.meeting_id and a.worker_id in (i.worker_id, i.stand_in_id) limit 1) as read
  from meetings.invitee i join institutions.worker w on w.id = i.worker_id join institutions.institution o on o.id = i.institution_id
  left join institutions.worker s on s.id = i.stand_in_id
  where i.meeting_id = ${id} order by o.name, w.family_name, w.given_name, i.id`

export const familyAt = (id: string) => sql<Answer<'meeting'>['family'][number]>`
  select f.id, ${nameOf('p')} as name, f.wish, f.attendance
  from meetings.family_seat f join households.person p on p.id = f.about[1] where f.meeting_id = ${id} order by p.birth_date nulls last, p.id`

/** Who comes without an account, as long as they are guests, and after it whoever came. */
export const guestsAt = (id: string) => sql<Answer<'meeting'>['guests'][number]>`
  select g.id, g.name, g.role, g.institution, g.email, ${nameOf('w')} as "invitedBy", ${nameOf('c')} as confirmer, g.invited_by = access.me() as mine, s.basis, s.answer, s.attendance,
    ${stateOfGuest} as state
  from meetings.guest_seat s join guests.guest g on g.id = s.id join institutions.worker w on w.id = g.invited_by join institutions.worker c on c.id = g.confirmer_id
  where s.meeting_id = ${id} and (g.ended_at is null or s.attendance is not null or g.opened_at is not null) order by g.invited_at, g.id`

/** Points that I read, in their order, with what came of each. */
export const pointsOf = (id: string) => sql<Answer<'meeting'>['points'][number]>`
  select p.id, p.what, p.source_kind as source, p.source_on as "sourceOn", p.minutes, p.class, p.about, ${nameOf('w')} as "putBy",
    exists (select from meetings.meeting x where x.id = p.meeting_id and x.begun_at is null and x.cancelled_at is null and (p.put_by = access.me() or meetings.i_run(x))) as "mayRemove",
    p.done_at is not null as done, p.postponed_at is not null as postponed,
    coalesce(p.words, nullif(n.words, '')) as words,
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', ${nameOf('l')}) order by l.family_name, l.id)
      from institutions.worker l where l.id = any (p.kept_from) and exists (select from meetings.invitee i where i.meeting_id = p.meeting_id and l.id in (i.worker_id, i.stand_in_id))), '[]') as left,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'words', q.words) order by q.said_at nulls last, g.id)
      from meetings.guest_point q join guests.guest g on g.id = q.guest_id where q.point_id = p.id and (q.words is not null or g.ended_at is null and g.refused_at is null)), '[]') as guests,
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'what', d.what, 'institution', ${shortName('o')}, 'worker', ${nameOf('v')}, 'due', d.due,
        'level', case when d.agreed_id is not null then jsonb_build_object('domain', d.domain, 'level', d.level, 'withoutLevel', d.without_level) end,
        'became', case when d.task_id is not null then 'task' when d.agreed_id is not null then 'level' when d.item_id is null then null
          when exists (select from baskets.asking a join referrals.referral r on r.id = a.referral_id where a.item_id = d.item_id and r.to_institution_id <> r.from_institution_id)
            then 'referral' else 'item' end) order by d.made_at, d.id)
      from meetings.decision d left join institutions.institution o on o.id = d.institution_id left join institutions.worker v on v.id = d.worker_id where d.point_id = p.id), '[]') as decisions,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'words', r.words, 'by', ${nameOf('u')}, 'at', ${atUtc('r.made_at')}) order by r.made_at, r.id)
      from meetings.remark r join institutions.worker u on u.id = r.worker_id where r.point_id = p.id), '[]') as remarks
  from meetings.point p join institutions.worker w on w.id = p.put_by left join meetings.note n on n.point_id = p.id
  where p.meeting_id = ${id} order by p.n, p.id`

export const whomToInvite = (partnershipId: string) => sql<Answer<'whomToInvite'>['people'][number]>`
  select w.id, ${nameOf('w')} as name, ${shortName('o')} as institution,
    exists (select from partnerships.appointment a where a.membership_id = m.id and a.worker_id = w.id and a.period @> now()) as represents
  from partnerships.membership m join institutions.institution o on o.id = m.institution_id join institutions.worker w on w.institution_id = o.id and w.period @> now()
  where m.partnership_id = ${partnershipId} and m.period @> now() order by 4 desc, o.name, w.family_name, w.given_name, w.id`

export const rulesOf = (partnershipId: string) => sql<Omit<Answer<'whomToInvite'>, 'people'>>`
  select nullif(r.quorum, '') as quorum, r.invite_days_before as "inviteDaysBefore" from partnerships.rules_of_work r
  where r.partnership_id = ${partnershipId} and r.period @> now()`

/** What is open there and may be put on the agenda, as far as I may read it. */
export const offeredTo = (id: string) => sql<Answer<'offered'>[number]>`
  select o.kind, o.id, o.what, o.class, o.about, o."on" from meetings.offered(${id}) o`
