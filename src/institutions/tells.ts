import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  search: [
    {
      // Colleagues by name or phone.
      position: 30,
      of: (typed) => sql`
(select w.id::text, 'worker', w.given_name || ' ' || w.family_name, w.position || ', ' || i.name, coalesce(w.phone, i.phone), '/institutions/' || i.id
    from institutions.worker w join institutions.institution i on i.id = w.institution_id
    where w.period @> now() and (splot.folded(w.given_name || ' ' || w.family_name) like '%' || splot.sought(${typed}) || '%'
      or length(regexp_replace(${typed}, '\\D', '', 'g')) >= 4 and regexp_replace(w.phone, '\\D', '', 'g') like '%' || regexp_replace(${typed}, '\\D', '', 'g') || '%')
    order by w.family_name collate "pl-x-icu", w.id limit 6)`,
    },
  ],
}
