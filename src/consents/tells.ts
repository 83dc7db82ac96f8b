import { sql } from 'kysely'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

/** Institutions that were agreed to on a sheet. */
const tickedWords =
  'from consents.tick t join institutions.institution i on i.id = t.institution_id join institutions.institution_kind k on k.code = i.kind where t.sheet_id = s.id and t.yes'
const ticked = sql.raw(tickedWords)

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
      // What was agreed to, about who signed as well; no name that tells where somebody is. What a child said that was heard is not for who signs for it.
      part: 'consents:copy.consents',
      position: 15,
      of: (scopeId) => sql`
        (select s.id, s.signed_on, null::uuid, array(select distinct unnest(array[s.about_id, s.signer_id])), '{file}'::text[] || array(select distinct k.tells ${ticked} and k.tells is not null), ${saying(
          [null, 'f.pl'],
          [
            'consents:copy.agreed',
            `(select string_agg(distinct coalesce(i.short_name, i.name), ', ') ${tickedWords} and k.tells_place is not true)`,
          ],
          ['consents:copy.until', "to_char(s.until, 'DD.MM.YYYY')"],
        )}
        from consents.sheet s join consents.consent_form f on f.code = s.form
        where s.scope_id = ${scopeId} and s.answered_at is not null and s.signer_id is not null
          and not (s.signer_id = s.about_id and consents.is_heard(s.about_id)))`,
    },
  ],
}
