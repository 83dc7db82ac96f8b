import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    cover: 'asks:tellings.cover',
    'cover-answered': 'asks:tellings.coverAnswered',
    'cover-ended': 'asks:tellings.coverEnded',
  },
  due: [
    {
      // For whom I stand in now, until their last day away.
      kind: 'cover',
      of: (workerId) => sql`
        (select c.id, null::uuid, w.given_name || ' ' || w.family_name, null, (upper(a.period) at time zone 'Europe/Warsaw')::date - 1
          from institutions.cover c join institutions.absence a on a.id = c.absence_id join institutions.worker w on w.id = c.worker_id
          where c.stand_in_id = ${workerId} and c.answer = 'yes' and c.ended_at is null and a.period @> now())`,
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
