import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    cover: 'asks:tellings.cover',
    'cover-answered': 'asks:tellings.coverAnswered',
    'cover-ended': 'asks:tellings.coverEnded',
    'cover-rests': 'asks:tellings.coverRests',
  },
  answered: (since) => sql`
    (select c.id, c.at, c.verb, c.institution_id, jsonb_build_object('words', c.name), '/institution', null
      from institutions.told_of_covers(${since}) c)`,
  due: [
    {
      // For whom I stand in now, until their last day away.
      kind: 'cover',
      of: () => sql`(select c.id, null::uuid, c.name, null, c.until from institutions.my_covers() c)`,
    },
  ],
  calendar: [
    {
      title: 'asks:calendar',
      of: () =>
        sql`(select a.id, a.answer_by, null::timestamptz, null::int, '/asks/' || a.id from asks.waiting_for_me() a where a.answers)`,
    },
  ],
}
