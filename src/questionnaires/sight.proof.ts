import type { SightProof } from '../proof/sight-proof.ts'
import { cases } from '../proof/world.ts'

const begun = 3

export const proof: SightProof = {
  tables: { 'questionnaires.response': 'id' },
  put(_, { of, step }) {
    for (const i of cases.keys())
      step(
        `responses ${i}`,
        [`case ${i}`],
        `insert into questionnaires.response (id, scope_id, class, questionnaire_id, status, completed_at, author_id)
         select r.id, $1, r.class, (select min(q.id::text)::uuid from questionnaires.questionnaire q), r.status,
           case r.status when 'completed' then now() end, $3
         from unnest($2::uuid[], array['file', 'health', 'justice', 'file'], array['completed', 'completed', 'completed', 'in-progress']) r (id, class, status)`,
        of('case', i),
        [0, 1, 2, begun].map((n) => of('response', 10 * i + n)),
        of('worker', 0),
      )
  },
  inCase({ worker, sight }, caseNo, show) {
    for (const [n, what] of (['file', 'health', 'justice'] as const).entries())
      show(`response ${10 * caseNo + n}`, sight.holds(worker, caseNo, what, 'whole'))
    show(`response ${10 * caseNo + begun}`, worker === 0 && sight.holds(worker, caseNo, 'file', 'whole'))
  },
}
