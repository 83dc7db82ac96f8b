import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland } from '../platform/database/instants.ts'
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

type Services = z.output<typeof publicContract.publicServices.answer>

const most = 100
const publicServices = ({
  wanted,
  commune,
}: {
  wanted?: string | undefined
  commune?: string | undefined
}) => sql<Services>`
  with given as materialized (select s.* from directory.service s where not s.confidential and s.closed_at is null),
    found as materialized (
      select g.* from given g where ${wanted ? sql`g.id in (select directory.by_words(regexp_split_to_array(${wanted}, '\\s+'), false))` : sql`true`}
        and (${commune ?? null}::text is null
          or exists (select from directory.service_at_location l where l.service_id = g.id and l.commune = ${commune ?? null})
          or exists (select from directory.service_area a where a.service_id = g.id and ${commune ?? null} like a.terc || '%'))),
    shown as (
      select f.id, f.name, coalesce(i.name, o.name) as organization, ${dayInPoland('f.checked_at')} as "checkedOn",
        (select coalesce(jsonb_agg(distinct l.locality), '[]') from directory.service_at_location l where l.service_id = f.id) as localities,
        (select jsonb_build_object('state', p.state, 'free', p.free, 'waitDays', p.wait_days, 'until', p.until, 'saidOn', ${dayInPoland('p.said_at')})
          from directory.places p where p.service_id = f.id and p.replaced_at is null) as places
      from found f join directory.organization o on o.id = f.organization_id left join institutions.institution i on i.id = o.institution_id
      order by f.name collate "pl-x-icu", f.id limit ${most})
  select coalesce((select jsonb_agg(to_jsonb(w) order by w.name collate "pl-x-icu", w.id) from shown w), '[]') as items,
    greatest((select count(*) from found)::int - ${most}, 0) as more,
    coalesce((select jsonb_agg(jsonb_build_object('terc', u.terc, 'name', u.name) order by u.name collate "pl-x-icu", u.terc) from territory.unit_state u
      where u.valid @> splot.today_pl() and u.terc in (
        select l.commune from directory.service_at_location l join given g on g.id = l.service_id)), '[]') as communes`

/** What anybody reads of a service without signing in, and what they may say of it. Whoever they are, nothing of them is kept. */
export const publicOf = (database: Database) => ({
  services: async (asked: Parameters<typeof publicServices>[0]): Promise<Services> =>
    (await asAnybody(database, publicServices(asked)))[0]!,
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
