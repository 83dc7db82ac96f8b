import type { Stream } from '../platform/http/follow.ts'

/** Of each point the number of the last edit that the page has; how the rest of the meeting was when it was told. */
type Known = { edits: Map<string, number>; mark: string }
type Row = {
  /** Null where the meeting is not there for them; absent where only notes were asked of. */
  mark?: string | null
  notes: { point: string; seq: number; state: string | null; edits: string[] | null }[]
}

/** `xmin` is the transaction that wrote a row last: where one of those that I read was written, the page looks again. */
const mark = `
  (select md5(concat(m.xmin::text,
      (select string_agg(p.xmin::text || p.id, '' order by p.id) from meetings.point p where p.meeting_id = m.id),
      (select string_agg(d.xmin::text || d.id, '' order by d.id) from meetings.decision d where d.meeting_id = m.id),
      (select string_agg(i.xmin::text || i.id, '' order by i.id) from meetings.invitee i where i.meeting_id = m.id),
      (select string_agg(f.xmin::text || f.id, '' order by f.id) from meetings.family_seat f where f.meeting_id = m.id),
      (select string_agg(g.xmin::text || g.id, '' order by g.id) from meetings.guest_seat g where g.meeting_id = m.id),
      (select string_agg(q.xmin::text || q.point_id, '' order by q.guest_id, q.point_id) from meetings.guest_point q where q.meeting_id = m.id)))
    from meetings.meeting m where m.id = $1)`

const written = `
  coalesce((select jsonb_agg(jsonb_build_object('point', n.point_id, 'seq', n.seq,
      'state', case when e.edits is null then encode(n.state, 'base64') end, 'edits', e.edits))
    from meetings.note n left join unnest($2::uuid[], $3::int[]) k (point_id, seq) using (point_id)
    -- All that the page lacks, or, where not all of that is kept, the whole.
    left join lateral (select array_agg(encode(e.edit, 'base64') order by e.seq) as edits from meetings.note_edit e
      where e.point_id = n.point_id and e.seq > k.seq having count(*) = n.seq - k.seq) e on true
    where n.meeting_id = $1 and n.seq > coalesce(k.seq, 0)), '[]')`

const wholeTable = `select ${mark} as mark, ${written} as notes`
const notesAlone = `select ${written} as notes`

/** What several people write at a table, as they write it. */
const notes: Stream<Known, Row> = {
  path: '/meetings/:id/notes',
  channel: 'splot_notes',
  begin: () => ({ edits: new Map(), mark: '' }),
  ask: (id, { edits }, whole) => ({
    text: whole ? wholeTable : notesAlone,
    values: [id, [...edits.keys()], [...edits.values()]],
  }),
  tell: ({ mark, notes }, known) => {
    if (mark === null) return null
    const told = notes.map(({ point, seq, state, edits }) => {
      known.edits.set(point, seq)
      return { event: 'note', data: { point, edits: edits ?? [state] } }
    })
    if (mark === undefined || mark === known.mark) return told
    known.mark = mark
    return [...told, { event: 'again', data: '' }]
  },
}

export const streams = [notes as Stream]
