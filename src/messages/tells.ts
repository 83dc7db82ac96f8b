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
      of: (typed) => sql`
        (select t.id::text, 'matter', t.title, null, null, '/conversations/' || t.id
          from messages.matter t where t.id in (select messages.found(${typed})) order by t.started_at desc, t.id limit 6)`,
    },
  ],
  due: [
    {
      // Matters in which something waits that I have not read.
      kind: 'conversation',
      of: () => sql`
        (select t.id, null::uuid, null, null, null::date from messages.my_matters() t where t.unread and not t.settled limit 100)`,
    },
  ],
  course: {
    'matter.started': 'meeting',
    'matter.settled': 'meeting',
  },
}
