import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../platform/database/open.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import { asAnybody } from './as-anybody.ts'
import type { publicContract, publicDoubts } from './public-contract.ts'
import { whole } from './questions.ts'

type Service = z.output<typeof publicContract.publicService.answer>

const labelsOf = (list: string, codes: string) =>
  sql`select ${`directory.${list}`} as list, c.code, c.pl, c.en from ${sql.table(`directory.${list}`)} c where c.code = any (${sql.raw(codes)})`

const publicService = (id: string) => sql<Service>`
  select w.*, w.places - 'by' as places, (select jsonb_agg(to_jsonb(c) order by c.list, c.code) from (
      ${labelsOf('service_kind', 'array[w.kind]')} union all ${labelsOf('target_group', 'w."targetGroups"')}
      union all ${labelsOf('language', 'w.languages')} union all ${labelsOf('accessibility', 'w.accessibility')}) c) as labels
  from (${whole(sql`s.id = ${id} and not s.confidential`)}) w`

/** What anybody reads of a service without signing in, and what they may say of it. Whoever they are, nothing of them is kept. */
export const publicOf = (database: Database) => ({
  service: async (id: string): Promise<Service> => {
    const [found] = await asAnybody(database, publicService(id))
    if (!found) throw notFound()
    return found
  },
  doubt: async (id: string, what: (typeof publicDoubts)[number]) => {
    const [service] = await asAnybody(
      database,
      sql<{
        closed: boolean
      }>`select closed_at is not null as closed from directory.service where id = ${id} and not confidential`,
    )
    if (!service) throw notFound()
    if (service.closed) throw new Refusal(409, 'directory:service-is-closed')
    // What others said already waits for an answer; it is said once.
    await asAnybody(
      database,
      sql`insert into directory.doubt (id, service_id, confidential, what) values (gen_random_uuid(), ${id}, false, ${what}) on conflict do nothing`,
    )
    return {}
  },
})
