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
  answered: (since) => sql`
    (select a.id, a.at, 'concern.' || replace(a.state, '_', '-'), a.addressed_to, jsonb_build_object('words', a.who), '/concerns/' || a.id, null
      from concerns.answered_to_me(${since}) a)`,
}
