import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'
import { warningDays } from './contract.ts'

/** Where an institution stands: my own, or as a member of a partnership that I see. */
const placeOf = sql.raw(`case when i.id = institutions.my_institution() then '/institution' else coalesce(
  (select '/partnerships/' || m.partnership_id || '/members/' || m.id from partnerships.membership m
    where m.institution_id = i.id order by m.left_because nulls first, m.id desc limit 1), '/partnerships') end`)

export const tells: Tells = {
  letters: {
    declaration: 'partnerships:tellings.declaration',
    signature: 'partnerships:tellings.signature',
    lead: 'partnerships:tellings.lead',
    'declaration.leader': 'asks:letters.silence.leaderCalls',
    'signature.leader': 'asks:letters.silence.leaderCalls',
    'lead.leader': 'asks:letters.silence.leaderCalls',
  },
  search: [
    {
      // Colleagues by name or phone.
      position: 30,
      of: (typed) => sql`
        (select w.id::text, 'worker', w.given_name || ' ' || w.family_name, w.position || ', ' || i.name, coalesce(w.phone, i.phone), ${placeOf}
          from institutions.worker w join institutions.institution i on i.id = w.institution_id
          where w.period @> now() and (splot.folded(w.given_name || ' ' || w.family_name) like '%' || splot.sought(${typed}) || '%'
            or length(regexp_replace(${typed}, '\\D', '', 'g')) >= 4 and regexp_replace(w.phone, '\\D', '', 'g') like '%' || regexp_replace(${typed}, '\\D', '', 'g') || '%')
          order by w.family_name collate "pl-x-icu", w.id limit 6)`,
    },
    {
      // Institutions met in partnerships, by name.
      position: 40,
      of: (typed) => sql`
        (select i.id::text, 'institution', i.name, k.pl, i.phone, ${placeOf}
          from institutions.institution i join institutions.institution_kind k on k.code = i.kind
          where i.id = any ((select partnerships.institutions_i_meet())::uuid[]) and splot.folded(i.name || ' ' || coalesce(i.short_name, '')) like '%' || splot.sought(${typed}) || '%'
          order by i.name collate "pl-x-icu", i.id limit 6)`,
    },
  ],
  due: [
    {
      // Agreements of the institution that I head which end within the first of the warning days, with none to follow.
      kind: 'agreement-that-ends',
      of: () => sql`
        (select p.id, null::uuid, p.name, case when p.leading_institution_id = institutions.i_head() then 'led' end, e.last_day
          from partnerships.mine_ending_within(${warningDays[0]}) e join partnerships.partnership p on p.id = e.partnership_id
          where institutions.i_head() is not null)`,
    },
  ],
}
