import { sql } from 'kysely'
import { atUtc } from '../platform/database/instants.ts'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['contact.opened'],
  course: { 'contact.written': 'meeting', 'contact.opened': 'meeting' },
  readOut: [
    {
      // A note in its own words.
      thing: 'contact',
      of: (ids) => sql`
        (select c.id, c.what, c.next_step, ${atUtc('c.happened_at')}, c.with_whom from contacts.contact c where c.id = any (${ids}))`,
    },
  ],
}
