import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  calendar: [
    {
      title: 'asks:calendar',
      of: () =>
        sql`(select a.id, a.answer_by, null::timestamptz, null::int, '/asks/' || a.id from asks.waiting_for_me() a where a.answers)`,
    },
  ],
}
