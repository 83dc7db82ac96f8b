import type { SightProof } from '../../proof/sight-proof.ts'

/** Everybody reads what they hold themselves, for rules ask it row by row; here where they know the case. */
export const proof: SightProof = {
  tables: {
    'access.granted': `case when scope_id in (select id from cases."case") then 'grants of ' || worker_id end`,
  },
  inCase({ worker, sight }, caseNo, show) {
    show(`grants of worker ${worker}`, sight.pointer(worker, caseNo))
  },
}
