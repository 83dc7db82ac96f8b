import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'
import { freshDays } from './contract.ts'

export const tells: Tells = {
  letters: { 'service-entries': 'directory:tellings.entries' },
  search: [
    {
      // What is there, by its words; what must not be found is not.
      position: 50,
      of: (typed) => sql`
        (select f.id::text, 'service', f.name, f.organization, f.phone, '/services/' || f.id from directory.found(${typed}) f)`,
    },
  ],
  due: [
    {
      // What somebody doubts, each by itself; and in one line how many entries nobody confirmed for long.
      kind: 'service-entry',
      of: () => sql`
        (select c.id, null::uuid, c.what, c.state, c.since from directory.to_check(${freshDays}) c)`,
    },
  ],
}
