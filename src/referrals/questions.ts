import { sql } from 'kysely'
import type { z } from 'zod'
import { stateOfGuest } from '../guests/questions.ts'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { referralsContract } from './contract.ts'

type Answer<Name extends keyof typeof referralsContract> = z.output<
  (typeof referralsContract)[Name]['answer']
>
type Asked = z.output<typeof referralsContract.referrals.query>

const nameOf = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)
const shortName = (alias: string) => sql.raw(`coalesce(${alias}.short_name, ${alias}.name)`)
const holds = sql`referrals.basis_holds(r) @> clock_timestamp()`
const heldBy = (holding: string) =>
  sql`access.pair(r.scope_id, r.id) = any ((select access.my_pairs(${sql.lit(holding)}))::uuid[])`

export const whereIMayRefer = sql<Answer<'whereToRefer'>[number]>`
  select p.id as "partnershipId", p.name, partnerships.usual_answer_days(p.id) as "usualDays", partnerships.urgent_answer_days(p.id) as "urgentDays",
    coalesce((select jsonb_agg(jsonb_build_object('terc', s.terc, 'name', s.name) order by s.name)
      from partnerships.area a join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl()
      where a.partnership_id = p.id and length(a.terc) = 7), '[]') as communes,
    (select jsonb_agg(jsonb_build_object('id', i.id, 'name', ${shortName('i')}, 'phone', i.phone, 'people', coalesce((
        select jsonb_agg(jsonb_build_object('id', w.id, 'name', ${nameOf('w')}) order by w.family_name, w.given_name)
        from institutions.worker w where w.institution_id = i.id and w.period @> now()), '[]')) order by i.name)
      from partnerships.membership m join institutions.institution i on i.id = m.institution_id
      where m.partnership_id = p.id and m.period @> now() and referrals.may_be_asked(p.id, i.id)) as institutions
  from partnerships.partnership p where p.id in (select partnerships.i_work_in())
    and exists (select from partnerships.membership m where m.partnership_id = p.id and m.period @> now() and referrals.may_be_asked(p.id, m.institution_id))
  order by p.name`

/** Of a page of referrals, the latest first: found by who it is, what is asked, or the other institution. */
export const referralsListed = ({ which, after, limit, wanted }: Asked) => sql<
  Answer<'referrals'>['items'][number]
>`
  select r.id, ${atUtc('r.sent_at')} as "sentAt", d.who, r.scope_id <> r.id as "inCase", r.about_as as "aboutAs", r.age, r.urgency, s.name as "communeName",
    ${shortName('f')} as "from", coalesce(${shortName('i')}, r.outside) as "to",
    (select jsonb_agg(jsonb_build_object('what', p.what, 'serviceKind', p.service_kind, 'state', referrals.state_of(p, ${holds}), 'answerBy', p.answer_by) order by p.n)
      from referrals.point p where p.referral_id = r.id) as points
  from referrals.referral r
  join institutions.institution f on f.id = r.from_institution_id left join institutions.institution i on i.id = r.to_institution_id
  left join referrals.particulars d on d.referral_id = r.id
  left join territory.unit_state s on s.terc = r.commune and s.valid @> splot.today_pl()
  where ${which === 'sent' ? heldBy('sent') : sql`r.to_institution_id = (select institutions.my_institution())`} and ${comesAfter(after, 'r.sent_at', 'r.id')}
    and ${
      wanted
        ? sql`(splot.folded(concat_ws(' ', d.who, f.short_name, f.name, i.short_name, i.name)) like '%' || splot.sought(${wanted}) || '%'
            or exists (select from referrals.point p where p.referral_id = r.id and splot.folded(p.what) like '%' || splot.sought(${wanted}) || '%'))`
        : sql`true`
    }
  order by r.sent_at desc, r.id desc limit ${limit + 1}`

type Found = Omit<Answer<'referral'>, 'points' | 'silence' | 'read' | 'handlers'>

/** The place in which a referral stands, or one of whose points this is. */
export const placeOf = (id: string) => sql<{ id: string; scopeId: string; pointId: string | null }>`
  select r.id, r.scope_id as "scopeId", (select p.id from referrals.point p where p.id = ${id}) as "pointId" from referrals.referral r
  where r.id = coalesce((select p.referral_id from referrals.point p where p.id = ${id}), ${id})`

/** Who answers for somebody who is not in Splot, the latest first. */
export const guestsOf = (id: string) => sql<Answer<'referral'>['guests'][number]>`
  select g.id, g.name, g.role, g.email, ${nameOf('c')} as confirmer, ${stateOfGuest} as state, g.invited_by = access.me() as mine
  from guests.guest g join institutions.worker c on c.id = g.confirmer_id where g.kind = 'referral' and g.subject_id = ${id} order by g.invited_at desc`

export const referralById = (id: string) => sql<Found>`
  select r.id, case when ${heldBy('sent')} then 'sender' when r.to_institution_id = (select institutions.my_institution()) and (${heldBy('request')} or ${heldBy('pointer')}) then 'receiver' else 'case' end as side,
    case when r.scope_id <> r.id then (select jsonb_build_object('id', r.scope_id, 'code', c.code, 'family', c.family, 'coordinator', c.coordinator,
      'coordinatorPhone', c.coordinator_phone) from referrals.case_of(r.scope_id) c) end as "inCase", r.partnership_id as "partnershipId",
    jsonb_build_object('id', f.id, 'name', ${shortName('f')}, 'phone', f.phone) as "from",
    jsonb_build_object('id', i.id, 'name', coalesce(${shortName('i')}, r.outside), 'phone', i.phone, 'address', r.outside_address) as "to",
    jsonb_build_object('id', w.id, 'name', ${nameOf('w')}, 'position', w.position, 'phone', case when w.period @> now() then w.phone end, 'hours', w.phone_hours) as "sentBy",
    ${atUtc('r.sent_at')} as "sentAt", r.about_as as "aboutAs", r.age, s.name as "communeName", r.urgency, r.basis, r.basis_until as "basisUntil",
    ${dayInPoland('r.basis_withdrawn_at')} as "basisWithdrawnOn", ${holds} as "basisHolds", referrals.kept_from(r.id) as "keptFrom", r.version,
    case when d.referral_id is not null then jsonb_build_object('who', d.who, 'phone', d.phone, 'phoneOf', d.phone_of, 'phoneHours', d.phone_hours, 'words', d.words,
      'agreedBy', d.agreed_by, 'agreedAs', d.agreed_as, 'agreedForm', d.agreed_form, 'agreedOn', d.agreed_on, 'law', d.law) end as particulars,
    coalesce((select jsonb_agg(to_jsonb(g)) from (${guestsOf(id)}) g), '[]') as guests
  from referrals.referral r
  join institutions.institution f on f.id = r.from_institution_id left join institutions.institution i on i.id = r.to_institution_id
  join institutions.worker w on w.id = r.sent_by
  left join referrals.particulars d on d.referral_id = r.id
  left join territory.unit_state s on s.terc = r.commune and s.valid @> splot.today_pl()
  where r.id = ${id}`

const pointColumns = sql`
  p.id, p.what, p.service_kind as "serviceKind", p.request, p.frequency, p.starts, p.ends, referrals.state_of(p, ${holds}) as state, ${dayInPoland('p.asked_at')} as "askedOn", p.answer_by as "answerBy",
    splot.working_days_between(${dayInPoland('p.asked_at')}, coalesce(${dayInPoland('p.answered_at')}, splot.today_pl())) as "usedDays",
    splot.working_days_between(${dayInPoland('p.asked_at')}, p.answer_by) as "totalDays",
    ${dayInPoland('p.answered_at')} as "answeredOn", p.reason, p.expected_on as "expectedOn", l.place, l.among, ${nameOf('h')} as "handledBy",
    p.begun_on as "begunOn", p.ended_on as "endedOn", p.outcome, ${dayInPoland('p.withdrawn_at')} as "withdrawnOn", p.withdrawn_because as "withdrawnBecause",
    (select v.name from directory.service v where v.id = p.service_id) as service, p.service_id as "serviceId", p.ahead_because as "aheadBecause",
    coalesce((select jsonb_agg(jsonb_build_object('step', b.step, 'words', b.words, 'at', ${atUtc('b.said_at')}, 'by', coalesce(${nameOf('u')}, ${shortName('o')}, g.name || ', ' || g.institution, r.outside)) order by b.said_at, b.id)
      from referrals.feedback b left join institutions.institution o on o.id = b.institution_id left join institutions.worker u on u.id = b.said_by
      left join guests.guest g on g.id = b.guest_id
      where b.point_id = p.id), '[]') as said, p.version`
const pointTables = sql`
  referrals.referral r join referrals.point p on p.referral_id = r.id
  left join institutions.worker h on h.id = p.handled_by
  left join lateral referrals.place_on_list(p.id) l on p.answer = 'waiting' and p.begun_on is null and p.withdrawn_at is null`

export const pointsOf = (id: string) => sql<Answer<'referral'>['points'][number]>`
  select ${pointColumns}, case when m.id is not null then jsonb_build_object('id', m.id, 'remindedOn', m.reminded_on, 'against', m.against) end as remindable
  from ${pointTables} left join asks.remindable(r.scope_id) m on m.subject_id = p.id
  where r.id = ${id} order by p.n`

/** All that was asked within a place, of whomever, as far as I may read it; the latest first. */
export const pointsIn = (scopeId: string) => sql<Omit<Answer<'referral'>['points'][number], 'remindable'>>`
  select ${pointColumns} from ${pointTables} where r.scope_id = ${scopeId} order by p.asked_at desc, p.id`

export const firstRead = (id: string) => sql<NonNullable<Answer<'referral'>['read']>>`
  select ${atUtc('f.at')} as at, f.name from referrals.first_read(${id}) f`

export const handlersOf = (id: string) => sql<Answer<'referral'>['handlers'][number]>`
  select distinct ${nameOf('w')} as name, w.position, w.phone, w.phone_hours as hours
  from referrals.point p join institutions.worker w on w.id in (p.handled_by, p.answered_by) and w.period @> now() where p.referral_id = ${id}
    and exists (select from referrals.referral r where r.id = p.referral_id and r.to_institution_id is not null) order by 1`

export const silenceOf = (id: string) => sql<Answer<'referral'>['silence'][number]>`
  select s.step, s."on", s.people from referrals.silence_days(${id}) s`

export const oursOf = (id: string) => sql<Answer<'oursOf'>[number]>`
  select b.id, b.step, b.words, ${atUtc('b.said_at')} as at, ${nameOf('w')} as by
  from referrals.feedback b join institutions.worker w on w.id = b.said_by
  where b.referral_id = ${id} and b.institution_id = institutions.my_institution() order by b.said_at, b.id`
