import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'
import { freshDays } from './contract.ts'

const kept = sql`(s.institution_id = (select directory.my_keeping()) or s.partnership_id = any ((select directory.my_kept_partnerships())::uuid[]))`

export const tells: Tells = {
  search: [
    {
      // What is there, by its words; what must not be found is not.
      position: 50,
      of: (typed) => sql`
        (select s.id::text, 'service', s.name, coalesce(i.short_name, i.name, o.name),
            (select f.number from directory.phone f where f.service_id = s.id order by f.n limit 1), '/services/' || s.id
          from directory.service s join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id
          where s.id in (select directory.by_words(regexp_split_to_array(${typed}, '\\s+'), false))
          order by s.checked_at desc, s.id limit 6)`,
    },
  ],
  due: [
    {
      // What somebody doubts, each by itself; and in one line how many entries nobody confirmed for long.
      kind: 'service-entry',
      of: () => sql`
        (select s.id, null::uuid, s.name, min(d.what), min((d.asked_at at time zone 'Europe/Warsaw')::date)
          from directory.doubt d join directory.service s on s.id = d.service_id
          where d.settled_at is null and s.closed_at is null and ${kept} group by s.id
        union all
        select w.institution_id, null::uuid, count(*)::text, null::text, null::date
          from directory.service s join institutions.worker w on w.id = access.me()
          where s.closed_at is null and s.checked_at < now() - make_interval(days => ${freshDays}) and ${kept}
          group by w.institution_id)`,
    },
  ],
}
