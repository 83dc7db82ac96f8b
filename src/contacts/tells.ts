import { sql } from 'kysely'
import { atUtc } from '../platform/database/instants.ts'
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
}
