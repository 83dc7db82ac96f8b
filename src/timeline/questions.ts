import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { Happening, ReadOut } from '../platform/happenings.ts'
import { inEachFolder } from '../platform/parts.ts'
import type { timelineContract } from './contract.ts'

type Answer<Name extends keyof typeof timelineContract> = z.output<(typeof timelineContract)[Name]['answer']>

const workerName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

type TimelineRow = {
  id: string
  at: string
  verb: string
  subjectId: string
  worker: string | null
  institution: string | null
  sealedValues: Buffer | null
  readOut: ReadOut | null
  scopeId: string
}

/** The same paper printed by the same worker on one day is told once. A print with words of its own (who asked) is always told. */
const printedAgain = sql`e.verb like '%.printed' and e.sealed_values is null and timeline.printed_before(e)`

/** Of an opening nothing is said: release 0.1.0 named the concern there, unless it was of violence. */
const saidValues = sql.raw(`case when e.verb <> 'case.opened' then e.sealed_values end as "sealedValues"`)

export type Wanted = { after?: string | undefined; limit: number; kind?: Happening | undefined }

const told = (await inEachFolder('tells.ts')).map(({ tells }) => tells)
const kinds = new Map(told.flatMap(({ course = {} }) => Object.entries(course)))
const readOut = told.flatMap(({ readOut = {} }) => Object.entries(readOut))

/** What kind of thing a verb tells of. */
export const kindOf = (verb: string): Happening => kinds.get(verb) ?? 'change'

const ofKind = (kind: Happening | undefined) => {
  if (!kind) return sql`true`
  const verbs = [...kinds].flatMap(([verb, its]) => (kind === 'change' || its === kind ? [verb] : []))
  return kind === 'change' ? sql`e.verb <> all (${verbs})` : sql`e.verb = any (${verbs})`
}

/** What the thing of an entry says, as far as I may read it. */
const saidOf = sql`case split_part(e.verb, '.', 1) ${sql.join(
  readOut.map(([thing, of]) => sql`when ${sql.lit(thing)} then ${of(sql`e.subject_id`)}`),
  sql` `,
)} end`

/**
 * A page of what happened that I may read, newest first; beyond `limit` by one, to know whether there is more. What was
 * corrected about its people stands in the file of their household. Each place gives as many as the page holds, so that the
 * rest of it is not read.
 */
export const timelineOf = (caseId: string, { after, limit, kind }: Wanted) => {
  const most = limit + 1
  return sql<TimelineRow>`
    select e.id, ${atUtc('e.at')} as at, e.verb, e.subject_id as "subjectId", ${workerName('w')} as worker, coalesce(i.short_name, i.name) as institution,
      ${saidValues}, ${saidOf} as "readOut", e.scope_id as "scopeId"
    from (select ${caseId}::uuid as id union all select c.household_id from cases."case" c where c.id = ${caseId}) place
    cross join lateral (select e.* from journal.entry e
      where e.scope_id = place.id and (place.id = ${caseId} or e.verb = 'person.corrected')
        and ${comesAfter(after, 'e.at', 'e.id')} and not (${printedAgain}) and ${ofKind(kind)}
      order by e.at desc, e.id desc limit ${most}) e
    left join institutions.worker w on w.id = e.worker_id left join institutions.institution i on i.id = e.institution_id
    order by e.at desc, e.id desc limit ${most}`
}

export const lockedEntries = (caseId: string, since: string, until: string) => sql<
  Pick<Answer<'timeline'>['items'][number], 'id' | 'at' | 'asked' | 'askable'>
>`
  select id, ${atUtc('at')} as at, case when asked_at is not null then
    jsonb_build_object('at', ${atUtc('asked_at')}, 'answer', answer, 'reason', decline_reason) end as asked, askable
  from timeline.locked_entries(${caseId}, ${since}, ${until})`

/** What my institution is asked to open, with the entry that it is. */
export const entryRequestById = (id: string) => sql<
  Omit<Answer<'entryRequest'>, 'entry'> & {
    verb: string
    at: string
    worker: string | null
    what: string | null
    sealedValues: Buffer | null
  }
>`
  select r.id, r.scope_id as "caseId", k.code, h.label as family, r.why, ${workerName('b')} as "askedBy", ${atUtc('r.asked_at')} as "askedAt",
    r.answer, e.verb, ${atUtc('e.at')} as at, ${workerName('w')} as worker, timeline.words_of_asked(r.id) as what,
    timeline.opened_of_asked(r.id) as opened, e.sealed_values as "sealedValues"
  from timeline.entry_request r join cases."case" k on k.id = r.scope_id left join households.household h on h.id = k.household_id
  join institutions.worker b on b.id = r.asked_by join journal.entry e on e.id = r.entry_id
  left join institutions.worker w on w.id = e.worker_id
  where r.id = ${id}`
