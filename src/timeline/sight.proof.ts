import type { SightProof } from '../proof/sight-proof.ts'
import { cases, workers } from '../proof/world.ts'

export const proof: SightProof = {
  tables: { 'timeline.entry_request': 'id' },
  put(_, { of, step }) {
    for (const i of cases.keys())
      step(
        `entry requests ${i}`,
        [`case ${i}`],
        `insert into timeline.entry_request (id, scope_id, institution_id, entry_id, subject_id, why, asked_by)
         select r.id, $1, r.of, r.id, r.id, 'Wspólny plan.', $4 from unnest($2::uuid[], $3::uuid[]) r (id, of)`,
        of('case', i),
        [0, 2].map((n) => of('entry request', 10 * i + n)),
        [0, 2].map((n) => of('institution', n)),
        of('worker', 0),
      )
  },
  inCase({ worker, sight }, caseNo, show) {
    for (const n of [0, 2]) {
      show(`entry request ${10 * caseNo + n}`, sight.own(worker, caseNo, n))
      // It has ended while nobody of those who keep the entry is there.
      const somebody = workers.some((each) => sight.own(each, caseNo, n))
      show(`entry awaited: entry request ${10 * caseNo + n}`, somebody && sight.coordinates(worker, caseNo))
    }
  },
  elsewhere({ worker, sight }, show) {
    for (const caseNo of cases.keys())
      for (const n of [0, 2])
        show(`entry waits: entry request ${10 * caseNo + n}`, sight.own(worker, caseNo, n))
  },
}
