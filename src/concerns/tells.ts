import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  course: {
    'concern.attached': 'agreed',
    'concern.taken-up': 'answer',
    'concern.passed-on': 'answer',
    'concern.no-action': 'answer',
  },
  letters: { concern: 'concerns:tellings.concern', 'answered-concern': 'concerns:tellings.answered' },
  news: ['concern.attached'],
  // Whoever reported hears what became of it, and no more: not of which family it became part.
  answered: (workerId, since) => sql`
    (select c.id, c.answered_at, 'concern.' || replace(c.state, '_', '-'), c.addressed_to, jsonb_build_object('words', c.who), '/concerns/' || c.id
      from concerns.concern c where c.reporter_id = ${workerId} and c.state <> 'new' and c.answered_at > ${since}
        and c.answered_by is distinct from ${workerId}
      order by c.answered_at desc, c.id limit 40)`,
}
