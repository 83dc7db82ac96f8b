import { sql } from 'kysely'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['consent.withdrawn'],
  course: {
    'consent.recorded': 'people',
    'consent.withdrawn': 'people',
    'basis.recorded': 'people',
    'sheet.answered': 'people',
    'ticks.withdrawn': 'people',
    'order.recorded': 'people',
    'without.decided': 'people',
    'without.ended': 'people',
    'register.printed': 'paper',
  },
  copy: [
    {
      // What was agreed to, about who signed as well. What a child said that was heard is not for who signs for it.
      part: 'consents:copy.consents',
      position: 15,
      of: (scopeId) => sql`
        (select s.id, s.signed_on, null::uuid, array(select distinct unnest(array[s.about_id, s.signer_id])), '{file}'::text[], ${saying(
          [null, 'f.pl'],
          [
            'consents:copy.agreed',
            "(select string_agg(distinct coalesce(i.short_name, i.name), ', ') from consents.tick t join institutions.institution i on i.id = t.institution_id where t.sheet_id = s.id and t.yes)",
          ],
          ['consents:copy.until', "to_char(s.until, 'DD.MM.YYYY')"],
        )}
        from consents.sheet s join consents.consent_form f on f.code = s.form
        where s.scope_id = ${scopeId} and s.answered_at is not null and s.signer_id is not null
          and not (s.signer_id = s.about_id and consents.is_heard(s.about_id)))`,
    },
  ],
}
