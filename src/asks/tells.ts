import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    cover: 'asks:tellings.cover',
    'cover-answered': 'asks:tellings.coverAnswered',
    'cover-ended': 'asks:tellings.coverEnded',
  },
  // Whom somebody stands in for, told to who is away, who asked for it, and who stood in: whoever else said it.
  answered: (since) => sql`
    (select c.id, coalesce(c.ended_at, c.answered_at), 'cover.' || case when c.ended_at is not null then 'ended' when c.answer = 'yes' then 'agreed' else 'declined' end,
        c.institution_id, jsonb_build_object('words', w.given_name || ' ' || w.family_name), '/institution', null
      from institutions.cover c join institutions.worker w on w.id = case when c.stand_in_id = access.me() then c.worker_id else c.stand_in_id end
      where access.me() in (c.named_by, c.worker_id, c.stand_in_id) and coalesce(c.ended_by, c.stand_in_id) <> access.me()
        and coalesce(c.ended_at, c.answered_at) > ${since})`,
  due: [
    {
      // For whom I stand in now, until their last day away.
      kind: 'cover',
      of: () => sql`(select c.id, null::uuid, c.name, null, c.until from institutions.my_covers() c)`,
    },
  ],
  course: { 'cover.agreed': 'answer', 'cover.declined': 'answer' },
  calendar: [
    {
      title: 'asks:calendar',
      of: () =>
        sql`(select a.id, a.answer_by, null::timestamptz, null::int, '/asks/' || a.id from asks.waiting_for_me() a where a.answers)`,
    },
  ],
}
