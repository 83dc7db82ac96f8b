import type { SightProof } from '../../proof/sight-proof.ts'
import { cases, workers } from '../../proof/world.ts'

export const proof: SightProof = {
  tables: { 'drafts.draft': `'draft of ' || worker_id || ' about ' || scope_ids::text` },
  put(_, { of, step }) {
    const all = workers.map((worker) => of('worker', worker))
    step(
      'drafts',
      [],
      `insert into drafts.draft (worker_id, form, content) select w, 'tried', 'x' from unnest($1::uuid[]) w`,
      all,
    )
    for (const i of cases.keys())
      step(
        `drafts about ${i}`,
        [],
        `insert into drafts.draft (worker_id, form, content, scope_ids) select w, 'tried/' || $2, 'x', array[$2::uuid] from unnest($1::uuid[]) w`,
        all,
        of('case', i),
      )
  },
  elsewhere({ worker, world, sight }, show) {
    show(`draft of worker ${worker} about {}`, true)
    for (const caseNo of cases.keys())
      show(
        `draft of worker ${worker} about {case ${caseNo}}`,
        sight.pointer(worker, caseNo) ||
          world.handovers.some((it) => it.case === caseNo && sight.offered(worker, it)) ||
          world.exits.some((it) => it.case === caseNo && sight.handedOver(worker, caseNo, it.institution)),
      )
  },
}
