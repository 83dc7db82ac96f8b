import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { keyOf } from '../platform/database/paging.ts'
import type { oversightContract } from './contract.ts'

type Answer<Name extends keyof typeof oversightContract> = z.output<
  (typeof oversightContract)[Name]['answer']
>
type Filters = z.output<typeof oversightContract.looks.query>

/** `[since, until)` of a day in Poland, as SQL. */
const within = (day: string | undefined) =>
  sql`splot.start_of_day(${day ?? null}::date), splot.end_of_day(${day ?? null}::date)`
const nameOf = sql`w.given_name || ' ' || w.family_name as worker`

export const doIOversee = sql`select where oversight.i_oversee() is not null`

/** One more than the page, to know whether it is the last. */
export const journalOf = ({
  worker,
  day,
  code,
  verb,
  after,
  limit,
}: Filters & { verb?: string | undefined }) => {
  const key = keyOf(after)
  return sql<Answer<'journal'>['items'][number]>`
    select e.id, ${atUtc('e.at')} as at, ${nameOf}, e.verb, e.scope_id as "scopeId", e.kind, oversight.code_of(e.scope_id) as code
    from oversight.journal(${worker ?? null}, ${within(day)}, ${code ?? null}, ${verb ?? null}, ${key?.at ?? null}, ${key?.id ?? null}, ${limit + 1}) e
    left join institutions.worker w on w.id = e.worker_id order by e.at desc, e.id desc`
}

export const looksIn = ({ worker, day, code, after, limit }: Filters) => {
  const key = keyOf(after)
  return sql<Answer<'looks'>['items'][number]>`
    select l.id, ${atUtc('l.at')} as at, ${nameOf}, l.pages, l.scope_id as "scopeId", l.kind, oversight.code_of(l.scope_id) as code
    from oversight.looks(${worker ?? null}, ${within(day)}, ${code ?? null}, ${key?.at ?? null}, ${key?.id ?? null}, ${limit + 1}) l
    left join institutions.worker w on w.id = l.worker_id order by l.at desc, l.id desc`
}

export const searchesCounted = sql<Answer<'searches'>[number]>`
  select to_char(s.month, 'YYYY-MM-DD') as month, ${nameOf}, s.searches, s.concerns, s.families, s.untouched
  from oversight.searches() s left join institutions.worker w on w.id = s.worker_id
  order by s.month desc, s.searches desc, s.worker_id`

export const lookUpsCounted = sql<Answer<'lookUps'>[number]>`
  select to_char(l.month, 'YYYY-MM-DD') as month, ${nameOf}, l.purpose, l.times, l.families
  from oversight.look_ups() l left join institutions.worker w on w.id = l.worker_id
  order by l.month desc, l.times desc, l.worker_id, l.purpose`

const records = sql`
  select r.id, r.scope_id as "scopeId", r.scope_kind as kind, oversight.code_of(r.scope_id) as code, r.purpose, r.reason, ${nameOf}, r.worker_id = access.me() as mine,
    ${atUtc('lower(r.valid)')} as since, ${atUtc('upper(r.valid)')} as until, r.valid @> now() as open, ${atUtc('r.seen_at')} as "seenAt"
  from oversight.record r join institutions.worker w on w.id = r.worker_id`

export const recordsKnown = sql<
  Answer<'records'>[number]
>`${records} order by lower(r.valid) desc, r.id limit 200`

/** A record that I asked for and that is open still: only then it has looks and entries. */
export const openRecordById = (id: string) => sql<Omit<Answer<'record'>, 'looks'>>`
  select o.*, oversight.name_of(${id}) as name from (${records} where r.id = ${id}) o
  where exists (select from oversight.my_open_record(${id}))`

export const looksAt = (id: string) => sql<Answer<'record'>['looks'][number]>`
  select ${atUtc('l.at')} as at, ${nameOf}, l.pages from oversight.looks_at(${id}) l
  left join institutions.worker w on w.id = l.worker_id order by l.at desc`

type Entry = Omit<Answer<'entries'>['items'][number], 'values'> & {
  scopeId: string
  sealedValues: Buffer | null
}

export const entriesOf = (id: string, { after, limit }: { after?: string | undefined; limit: number }) => {
  const key = keyOf(after)
  return sql<Entry>`
    select e.id, ${atUtc('e.at')} as at, ${nameOf}, e.verb, e.scope_id as "scopeId", e.sealed_values as "sealedValues"
    from oversight.entries(${id}, ${key?.at ?? null}, ${key?.id ?? null}, ${limit + 1}) e
    left join institutions.worker w on w.id = e.worker_id order by e.at desc, e.id desc`
}
