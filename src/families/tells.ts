import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'
import { codeIn } from './code-in.ts'

export const tells: Tells = {
  search: [
    {
      // Families by label, place, code or the name of one of their people.
      position: 10,
      of: (typed) => sql`
        (select c.id::text, 'family', coalesce(h.label, c.code), case when h.label is not null then c.code || coalesce(', ' || h.locality, '') end, null, '/families/' || c.id
          from cases."case" c left join households.household h on h.id = c.household_id
          where households.found_by(h) like '%' || splot.sought(${typed}) || '%' or starts_with(replace(c.code, '-', ''), ${codeIn(typed)})
            or c.household_id in (select p.household_id from households.search(${typed}) p)
          order by splot.folded(h.label) like '%' || splot.sought(${typed}) || '%' desc nulls last, h.label, c.id limit 12)`,
    },
    {
      // People by each of their names.
      position: 20,
      of: (typed) => sql`
        (select p.person_id::text, 'person', p.name, concat_ws(', ', p.also_known, p.household_label), null, '/families/' || c.id
          from households.search(${typed}) p join cases."case" c on c.household_id = p.household_id limit 6)`,
    },
  ],
  due: [
    {
      // Reviews of my families in the next 30 days, and those that are late; with the phase in which the work is.
      kind: 'review',
      of: () => sql`
        (select r.id, r.scope_id, null, (select phase from families.phases(array[r.scope_id])), r.due
          from contracts.review r
          where r.held_on is null and r.scope_id in (select c.id from cases."case" c where c.closed_at is null) and r.due <= splot.today_pl() + 30 and r.scope_id = any ((select access.my_scopes('team'))::uuid[])
          order by r.due, r.id limit 10)`,
    },
  ],
}
