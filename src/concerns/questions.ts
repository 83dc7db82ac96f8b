import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { concernsContract } from './contract.ts'

type Answer<Name extends keyof typeof concernsContract> = z.output<(typeof concernsContract)[Name]['answer']>
type ConcernRow = Answer<'intake'>['items'][number]

const workerName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

const concernColumns = sql`
  c.id, c.who, c.place, s.name as "communeName", c.worries, c.urgency, c.violence, ${atUtc('c.sent_at')} as "sentAt",
  splot.add_working_days(${dayInPoland('c.sent_at')}, u.answer_working_days) as "answerBy", c.state,
  ${atUtc('c.answered_at')} as "answeredAt", c.answer_reason as "answerReason", coalesce(i.short_name, i.name) as "addressedTo",
  ${workerName('w')} as "reporterName", coalesce(ri.short_name, ri.name) as "reporterInstitution"`
const concernTables = sql`
  concerns.concern c
  join institutions.institution i on i.id = c.addressed_to
  join institutions.institution ri on ri.id = c.reporter_institution_id
  join concerns.concern_urgency u on u.code = c.urgency
  left join institutions.worker w on w.id = c.reporter_id
  left join territory.unit_state s on s.terc = c.commune and s.valid @> splot.today_pl()`

export const concernsIReported = (
  workerId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) => {
  return sql<Answer<'myConcerns'>['items'][number]>`
    select ${concernColumns}, (select k.id from cases."case" k where k.id = c.case_id) as "caseId" from ${concernTables}
    where c.reporter_id = ${workerId} and ${comesAfter(after, 'c.sent_at', 'c.id')}
    order by c.sent_at desc, c.id desc limit ${limit + 1}`
}

export const concernsToTakeIn = sql<ConcernRow>`
  select ${concernColumns} from ${concernTables}
  where c.state = 'new' and c.id in (select concerns.i_answer())
  order by u.answer_working_days, c.sent_at, c.id limit 200`

export const doITakeIn = sql<{
  takesIn: boolean
}>`select institutions.i_take_in_for() is not null as "takesIn"`

/** A text as its words alone: a house number or a comma is none. */
const wordsIn = (text: string) => sql.raw(`lower(trim(regexp_replace(${text}, '[^[:alpha:]]+', ' ', 'g')))`)

export const concernById = (id: string) => sql<
  ConcernRow & {
    what: string
    familyKnows: 'yes' | 'no' | 'unknown'
    doneSoFar: string | null
    addressedToId: string
    commune: string | null
    partnershipId: string
    reporterPhone: string | null
    locality: string | null
    caseId: string | null
    iAnswer: boolean
    iRead: boolean
    keptFrom: string[] | null
  }
>`
  select ${concernColumns}, c.what, c.family_knows as "familyKnows", c.done_so_far as "doneSoFar", c.addressed_to as "addressedToId", c.commune,
    c.partnership_id as "partnershipId", w.phone as "reporterPhone",
    (select y.name from territory.locality y where y.commune = c.commune
      and ' ' || ${wordsIn('c.place')} || ' ' like '% ' || ${wordsIn('y.name')} || ' %'
      order by length(y.name) desc, y.name limit 1) as locality,
    (select k.id from cases."case" k where k.id = c.case_id) as "caseId",
    c.state = 'new' and c.id in (select concerns.i_answer()) as "iAnswer",
    c.id in (select concerns.i_hear()) as "iRead", concerns.kept_from(c.id) as "keptFrom"
  from ${concernTables} where c.id = ${id}`

export const whereIMayReport = sql<Answer<'whereToReport'>[number]>`
  select p.id as "partnershipId", p.name, p.leading_institution_id as "leadingInstitutionId",
    (select jsonb_agg(jsonb_build_object('id', i.id, 'name', coalesce(i.short_name, i.name), 'kind', i.kind, 'phone', i.phone) order by i.id = p.leading_institution_id desc, i.name)
      from partnerships.membership m join institutions.institution i on i.id = m.institution_id
      where m.partnership_id = p.id and m.period @> now()) as institutions,
    coalesce((select jsonb_agg(jsonb_build_object('terc', s.terc, 'name', s.name,
        'localities', array(select distinct y.name from territory.locality y where y.commune = s.terc order by y.name)) order by s.name)
      from partnerships.area a join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl()
      where a.partnership_id = p.id and length(a.terc) = 7), '[]') as communes
  from partnerships.partnership p where p.id in (select partnerships.i_work_in()) order by p.name`

export const whoHears = (partnershipId: string, institutionId: string) => sql<Answer<'whoHears'>>`
  select ${atUtc('w.until')} as until, ${atUtc('w.next')} as next, w.phone, w.goes_on_to as "goesOnTo", w.people
  from concerns.who_hears(${partnershipId}, ${institutionId}) w`

/** What became of a danger, and where it was told. */
export const howHeard = (id: string) => sql<NonNullable<Answer<'concern'>['heard']>>`
  select ${atUtc('h.read_at')} as "readAt", h.read_by as "readBy", h.read_in as "readIn", ${atUtc('h.unheard_at')} as "unheardAt",
    ${atUtc('h.goes_on_at')} as "goesOnAt",
    coalesce((select jsonb_agg(jsonb_build_object('institution', t.institution, 'at', ${atUtc('t.began')}, 'people', t.people) order by t.began)
      from concerns.told_at(${id}) t), '[]') as told
  from concerns.heard(${id}) h`
