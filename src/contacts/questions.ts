import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { contactsContract } from './contract.ts'

type Answer<Name extends keyof typeof contactsContract> = z.output<(typeof contactsContract)[Name]['answer']>

const workerName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

/** Cases on whose team I am, the newest first. */
export const casesOfMyTeams = sql<{ id: string }>`
  select c.id from cases."case" c where c.closed_at is null and c.id = any ((select access.my_scopes('team'))::uuid[])
  order by c.opened_at desc, c.id desc limit 100`

/** How they are called. Asked within them alone, as lists of cases are. */
export const namesOfCases = (ids: string[]) => sql<Answer<'whereIWrite'>[number]>`
  select c.id, c.code, h.label, h.locality
  from unnest(${ids}::uuid[]) with ordinality page (id, no) join cases."case" c using (id)
  left join households.household h on h.id = c.household_id order by page.no`

export const contactsOf = (
  caseId: string,
  workerId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) => {
  return sql<Answer<'contacts'>['items'][number]>`
    select c.id, c.kind, ${atUtc('c.happened_at')} as "happenedAt", c.place, c.with_whom as "withWhom", c.what, c.next_step as "nextStep", c.about,
      c.class, c.opened_at is not null as opened, c.author_id = ${workerId} as mine,
      case when c.class <> 'violence' then cases.read_by(c.scope_id, c.class, c.institution_id, c.about, c.written_at) end as readers, ${workerName('w')} as "authorName",
      coalesce(i.short_name, i.name) as "institutionName", c.version
    from contacts.contact c join institutions.institution i on i.id = c.institution_id left join institutions.worker w on w.id = c.author_id
    where c.scope_id = ${caseId} and ${comesAfter(after, 'c.happened_at', 'c.id')}
    order by c.happened_at desc, c.id desc limit ${limit + 1}`
}
