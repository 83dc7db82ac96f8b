import { sql } from 'kysely'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['contact.opened'],
  course: { 'contact.written': 'meeting', 'contact.opened': 'meeting' },
  readOut: {
    // A note in its own words.
    contact: (id) => sql`
      (select jsonb_build_object('words', n.what, 'next', n.next_step, 'at', ${atUtc('n.happened_at')}, 'withWhom', n.with_whom)
        from contacts.contact n where n.id = ${id})`,
  },
  copy: [
    {
      // Who was there stays: they may be somebody else.
      part: 'contacts:copy.contacts',
      position: 60,
      of: (scopeId) => sql`
        (select n.id, ${dayInPoland('n.happened_at')}, n.institution_id, n.about, array[n.class], ${saying(
          [null, 'k.pl'],
          [null, 'n.what'],
          ['contacts:copy.next', 'n.next_step'],
        )}
        from contacts.contact n join contacts.contact_kind k on k.code = n.kind where n.scope_id = ${scopeId})`,
    },
  ],
}
