import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    message: 'messages:tellings.message',
    acknowledged: 'messages:tellings.acknowledged',
    'urgent-message': 'messages:tellings.urgent',
    letter: 'messages:tellings.letter',
  },
  search: [
    {
      // What is talked over, by its title or by what was written.
      position: 45,
      of: (typed) => sql`(select * from messages.findings(${typed}))`,
    },
  ],
  due: [
    {
      // Matters in which something waits that I have not read.
      kind: 'conversation',
      of: () => sql`(select * from messages.unread())`,
    },
  ],
  course: {
    'matter.started': 'meeting',
    'matter.settled': 'meeting',
  },
}
