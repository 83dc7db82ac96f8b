import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { messagesContract } from './contract.ts'

type Answer<Name extends keyof typeof messagesContract> = z.output<(typeof messagesContract)[Name]['answer']>
type Matter = Answer<'matter'>

const nameOf = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)
const shortName = (alias: string) => sql.raw(`coalesce(${alias}.short_name, ${alias}.name)`)

/** A place as its matters name it: a family as far as I may know it, or a partnership. */
const placeOf = (scope: string) =>
  sql.raw(`
  (select jsonb_build_object('kind', 'case', 'id', c.id, 'name', h.label, 'code', c.code)
    from cases."case" c left join households.household h on h.id = c.household_id where c.id = ${scope}
  union all
  select jsonb_build_object('kind', 'partnership', 'id', p.id, 'name', p.name, 'code', null) from partnerships.partnership p where p.id = ${scope})`)

/** Of a page of matters: what is unread comes before what is not, then the latest. */
const sorted = `(t.last_at + case when t.unread then interval '1000 years' else interval '0' end)`

export const mattersListed = ({
  place,
  show,
  wanted,
  after,
  limit,
}: z.output<typeof messagesContract.conversations.query>) => sql<
  Answer<'conversations'>['items'][number] & { key: string }
>`
  select t.id, t.title, ${placeOf('t.scope_id')} as place, ${atUtc('t.last_at')} as "lastAt", ${nameOf('w')} as "lastBy", t.unread, t.settled,
    (select jsonb_build_object('answerAt', ${atUtc('m.answer_at')}, 'said', count(a.answer), 'of', count(*)) from messages.message m
      join messages.addressee a on a.message_id = m.id where m.id = t.urgent group by m.answer_at) as urgent, ${atUtc(sorted)} as key
  from messages.my_matters(${place ?? null}) t left join institutions.worker w on w.id = t.last_by
  where ${show === 'all' ? sql`true` : sql`t.settled = ${show === 'settled'}`} and ${comesAfter(after, sorted, 't.id')}
    and ${wanted ? sql`t.id in (select messages.found(${wanted}))` : sql`true`}
  order by ${sql.raw(sorted)} desc, t.id desc limit ${limit + 1}`

export const howManyUnread = sql<Answer<'count'>>`select messages.how_many_unread() as count`

export const casesOfMyTeams = sql<Answer<'where'>[number]>`
  select 'case' as kind, c.id, h.label as name, c.code from cases."case" c left join households.household h on h.id = c.household_id
  where c.closed_at is null and c.id = any ((select access.my_scopes('team'))::uuid[]) order by h.label nulls last, c.code limit 200`

export const partnershipsOfMine = sql<Answer<'where'>[number]>`
  select 'partnership' as kind, p.id, p.name, null as code from partnerships.partnership p where p.id in (select partnerships.i_work_in()) order by p.name`

export const peopleIn = (place: string) => sql<Answer<'people'>[number]>`
  select p.institution_id as "institutionId", p.institution as "institutionName", p.kind, p.worker_id as "workerId", p.name, p.position, p.coordinates, p.outside
  from messages.people_of(${place}) p order by p.outside, p.institution, p.name nulls first`

export const matterById = (id: string) => sql<
  Omit<Matter, 'readers' | 'others' | 'messages' | 'earlier' | 'place' | 'mayRemove' | 'coordinates'> & {
    scopeId: string
    isCase: boolean
    begun: boolean
  }
>`
  select t.id, t.scope_id as "scopeId", messages.is_case(t.scope_id) as "isCase", t.title, ${nameOf('w')} as "startedBy", ${shortName('i')} as "startedIn", ${atUtc('t.started_at')} as "startedAt",
    case when t.closed_at is not null then jsonb_build_object('at', ${atUtc('t.closed_at')}, 'by', ${nameOf('c')}, 'words', t.closing_words) end as settled,
    worklist.rests(t.scope_id) as rests, t.started_by = access.me() as begun
  from messages.matter t join institutions.institution i on i.id = t.institution_id join institutions.worker w on w.id = t.started_by
  left join institutions.worker c on c.id = t.closed_by where t.id = ${id}`

export const placeAndRight = (scopeId: string) => sql<{ place: Matter['place']; coordinates: boolean }>`
  select ${placeOf('s.id')} as place, s.id = any ((select access.my_scopes('coordinate'))::uuid[]) as coordinates from (select ${scopeId}::uuid as id) s`

/** Who reads it: its readers, and whoever coordinates; when each read it last. */
export const readersOf = (id: string, scopeId: string) => sql<Matter['readers'][number]>`
  select r.id, i.id as "institutionId", ${shortName('i')} as "institutionName", i.kind, w.id as "workerId", ${nameOf('w')} as name, w.position, r.coordinates,
    w.id is not distinct from access.me() as me,
    (select ${atUtc('max(k.at)')} from messages.read_mark k join institutions.worker o on o.id = k.worker_id
      where k.matter_id = ${id} and (k.worker_id = r.worker_id or r.worker_id is null and o.institution_id = r.institution_id)) as "readAt"
  from (
    select r.id, r.institution_id, r.worker_id, exists (select from cases.coordinator c where c.case_id = r.scope_id and c.worker_id = r.worker_id and c.period @> now()) as coordinates
    from messages.reader r where r.matter_id = ${id} and r.period @> now()
    union all
    select null, w.institution_id, w.id, true from cases.coordinator c join institutions.worker w on w.id = c.worker_id
    where c.case_id = ${scopeId} and c.period @> now() and not exists (
      select from messages.reader r where r.matter_id = ${id} and r.period @> now() and r.worker_id = w.id)) r
  join institutions.institution i on i.id = r.institution_id left join institutions.worker w on w.id = r.worker_id
  order by r.coordinates desc, i.name, w.family_name nulls last`

/** Of a message `m`: what names nobody, anybody; else its institution, or who coordinates. */
export const mayBeTalkedOver = sql`
  (m.class = 'request' or m.institution_id = (select institutions.my_institution()) or m.scope_id = any ((select access.my_scopes('coordinate'))::uuid[]))`

const addressed = (inside: RawBuilder<unknown>) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'institutionId', a.institution_id, 'institutionName', ${shortName('x')}, 'workerId', a.worker_id, 'name', ${nameOf('y')},
      'outside', a.outside, 'phone', coalesce(y.phone, x.duty_phone, x.phone), 'answer', a.answer, 'answeredAt', ${atUtc('a.answered_at')}, 'answeredBy', ${nameOf('z')}, 'words', a.words,
      'asksMe', ${inside}) order by x.name, y.family_name)
    from messages.addressee a join institutions.institution x on x.id = a.institution_id left join institutions.worker y on y.id = a.worker_id
    left join institutions.worker z on z.id = a.answered_by where a.message_id = m.id), '[]')`

/** What was written in a matter, as far as I may read it, the latest first. */
export const messagesOf = (
  id: string,
  workerId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) => sql<Matter['messages'][number]>`
  select m.id, ${nameOf('w')} as author, w.position, ${shortName('i')} as "institutionName", i.kind as "institutionKind", m.author_id = ${workerId} as mine,
    ${atUtc('m.written_at')} as "writtenAt", ${atUtc('m.edited_at')} as "editedAt",
    case when m.author_id = ${workerId} and m.written_at + interval '10 minutes' > clock_timestamp() then ${atUtc(`(m.written_at + interval '10 minutes')`)} end as "editableUntil",
    array(select e.words from messages.earlier e where e.message_id = m.id order by e.until) as earlier, m.class, m.about, ${mayBeTalkedOver} as "mayBeTalkedOver", m.words,
    (select jsonb_build_object('id', q.id, 'author', ${nameOf('v')}, 'words', q.words) from messages.message q join institutions.worker v on v.id = q.author_id where q.id = m.quotes) as quotes,
    ${atUtc('m.answer_at')} as "answerAt",
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.added_at, f.id)
      from messages.attachment a join files.file f on f.id = a.file_id where a.message_id = m.id), '[]') as attached,
    ${addressed(sql`a.answer is null and not a.outside and m.answer_at is not null and m.author_id <> ${workerId}::uuid and a.institution_id = (select institutions.my_institution())
        and (a.worker_id is null or a.worker_id = ${workerId} or a.worker_id in (select institutions.i_cover()) or m.answer_at <= clock_timestamp())`)} as "to",
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'words', coalesce(o.words, o.told ->> 'words'), 'by', ${nameOf('u')},
        'who', o.told ->> 'who', 'due', o.told ->> 'due', 'over', coalesce((o.told ->> 'over')::boolean, false)) order by o.made_at, o.id)
      from (select o.*, case when o.thing_id is not null then messages.told_of(o.kind, o.thing_id) end as told from messages.outcome o where o.message_id = m.id) o
      join institutions.worker u on u.id = o.made_by where o.thing_id is null or o.told is not null), '[]') as outcomes, m.version
  from messages.message m join institutions.worker w on w.id = m.author_id join institutions.institution i on i.id = m.institution_id
  where m.matter_id = ${id} and ${comesAfter(after, 'm.written_at', 'm.id')}
  order by m.written_at desc, m.id desc limit ${limit + 1}`

export const letterById = (id: string) => sql<Answer<'letter'>>`
  select m.id, ${nameOf('w')} as author, w.position, ${shortName('i')} as "institutionName", coalesce(w.phone, i.phone) as phone,
    ${atUtc('m.written_at')} as "writtenAt", m.words, ${atUtc('m.answer_at')} as "answerAt",
    jsonb_build_object('id', a.id, 'answer', a.answer, 'answeredAt', ${atUtc('a.answered_at')}, 'answeredBy', ${nameOf('z')}, 'words', a.words) as addressee
  from messages.message m join institutions.worker w on w.id = m.author_id join institutions.institution i on i.id = m.institution_id
  join messages.addressee a on a.message_id = m.id and a.outside and a.institution_id = (select institutions.my_institution())
  left join institutions.worker z on z.id = a.answered_by where m.id = ${id}`

/** The matter is told to its readers alone. */
export const addressedIn = (id: string) => sql<Answer<'addressed'>>`
  select t.id as "matterId", a.message_id as "messageId" from messages.addressee a left join messages.matter t on t.id = a.matter_id where a.id = ${id}`
