import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  search: [
    {
      // Those met in partnerships, by name.
      position: 40,
      of: (typed) => sql`
(select i.id::text, 'institution', i.name, k.pl, i.phone, '/institutions/' || i.id
    from institutions.institution i join institutions.institution_kind k on k.code = i.kind
    where i.id in (select partnerships.institutions_i_meet()) and splot.folded(i.name || ' ' || coalesce(i.short_name, '')) like '%' || splot.sought(${typed}) || '%'
    order by i.name collate "pl-x-icu", i.id limit 6)`,
    },
  ],
}
