import { sql } from 'kysely'
import { dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    message: 'messages:tellings.message',
    acknowledged: 'messages:tellings.acknowledged',
    'urgent-message': 'messages:tellings.urgent',
    letter: 'messages:tellings.letter',
  },
  answered: (since) => sql`
    (select a.id, a.at, a.verb, a.institution_id, jsonb_build_object('words', a.words), '/conversations/' || a.matter_id, null
      from messages.acknowledged_to_me(${since}) a)`,
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
    'message.taken': 'answer',
    'message.declined': 'answer',
  },
  copy: [
    {
      // The words alone: no title, no quotation, nothing attached. What bears no name is about nobody.
      part: 'messages:copy.messages',
      position: 70,
      of: (scopeId) => sql`
        (select m.id, ${dayInPoland('m.written_at')}, m.institution_id, m.about, array[m.class], ${saying([null, 'm.words'])}
        from messages.message m where m.scope_id = ${scopeId} and m.class <> 'request')`,
    },
  ],
}
