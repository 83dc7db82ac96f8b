import { sql } from 'kysely'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    meeting: 'meetings:tellings.meeting',
    'meeting.leader': 'asks:letters.silence.leaderCalls',
    'stand-in': 'meetings:tellings.standIn',
    'meeting-off': 'meetings:tellings.off',
    minutes: 'meetings:tellings.minutes',
  },
  search: [
    {
      // Meetings by where they are, or what is talked about there.
      position: 47,
      of: (typed) => sql`(select * from meetings.findings(${typed}))`,
    },
  ],
  news: ['meeting.called', 'meeting.fixed', 'meeting.cancelled', 'meeting.minutes-sent'],
  course: {
    'meeting.called': 'meeting',
    'meeting.fixed': 'meeting',
    'meeting.cancelled': 'meeting',
    'meeting.begun': 'meeting',
    'meeting.minutes-sent': 'meeting',
    'meeting.minutes-approved': 'meeting',
    'meeting.answered': 'answer',
    'meeting.dates-answered': 'answer',
  },
  calendar: [
    {
      title: 'meetings:calendar',
      of: (workerId) => sql`
        (select m.id, (m.starts_at at time zone 'Europe/Warsaw')::date, m.starts_at, m.minutes, '/meetings/' || m.id
          from meetings.meeting m where m.starts_at is not null and m.cancelled_at is null
            and exists (select from meetings.invitee i where i.meeting_id = m.id and (i.worker_id = ${workerId} and i.answer is distinct from 'not' or i.stand_in_id = ${workerId})))`,
    },
  ],
  due: [
    {
      // Meetings of today that I am invited to, and minutes of mine that nobody sent.
      kind: 'meeting',
      of: () => sql`
        (select m.id, m.case_id, m.kind, ${atUtc('m.starts_at')}, (m.starts_at at time zone 'Europe/Warsaw')::date from meetings.soon() m)`,
    },
  ],
  copy: [
    {
      // What the minutes say, once they were sent; who was there and who remarked stays. What became help or a level has a part of
      // its own, by whom that is about.
      part: 'meetings:copy.points',
      position: 80,
      of: (scopeId) => sql`
        (select p.id, ${dayInPoland('m.starts_at')}, m.institution_id, p.about, array[p.class], ${saying(
          [null, 'p.what'],
          [null, 'p.words'],
          [
            'meetings:copy.decisions',
            "(select string_agg(d.what, E'\\n' order by d.id) from meetings.decision d where d.point_id = p.id and num_nonnulls(d.item_id, d.agreed_id) = 0)",
          ],
        )}
        from meetings.point p join meetings.meeting m on m.id = p.meeting_id
        where p.scope_id = ${scopeId} and m.ended_at is not null and p.done_at is not null and p.class <> 'team')`,
    },
  ],
}
