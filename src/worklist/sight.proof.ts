import type { SightProof } from '../proof/sight-proof.ts'
import { cases } from '../proof/world.ts'

const tasks = [
  { class: 'file', of: 0 },
  { class: 'health', of: 2 },
  { class: 'own', of: 2 },
]

const topics = ['team', 'file', 'health', 'justice'] as const

export const proof: SightProof = {
  tables: { 'worklist.task': 'id', 'worklist.topic': 'id' },
  put(_, { of, step }) {
    for (const i of cases.keys())
      step(
        `tasks ${i}`,
        [`case ${i}`],
        `insert into worklist.task (id, scope_id, class, what, institution_id, added_by)
         select t.id, $1, t.class, 'Zadzwonić.', t.of, $5 from unnest($2::uuid[], $3::text[], $4::uuid[]) t (id, class, of)`,
        of('case', i),
        tasks.map((_, n) => of('task', 10 * i + n)),
        tasks.map((it) => it.class),
        tasks.map((it) => of('institution', it.of)),
        of('worker', 0),
      )
    // Taken back: none comes onto an agenda that is told of elsewhere.
    for (const i of cases.keys())
      step(
        `topics ${i}`,
        [`case ${i}`],
        `insert into worklist.topic (id, scope_id, class, what, put_by, source_kind, source_id, taken_back_at)
         select t.id, $1, t.class, 'Co dalej.', $4, 'message', $1, now() from unnest($2::uuid[], $3::text[]) t (id, class)`,
        of('case', i),
        topics.map((_, n) => of('topic', 10 * i + n)),
        [...topics],
        of('worker', 0),
      )
  },
  inCase({ worker, sight }, caseNo, show) {
    for (const [n, it] of tasks.entries())
      show(
        `task ${10 * caseNo + n}`,
        sight.shared(worker, caseNo, it.class) || sight.own(worker, caseNo, it.of),
      )
    for (const [n, dataClass] of topics.entries())
      show(
        `topic ${10 * caseNo + n}`,
        sight.onTeam(worker, caseNo) && (dataClass === 'team' || sight.shared(worker, caseNo, dataClass)),
      )
  },
}
