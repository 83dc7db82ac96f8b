import type { SightProof } from '../../proof/sight-proof.ts'
import { workers } from '../../proof/world.ts'

export const proof: SightProof = {
  tables: { 'drafts.draft': `'draft of ' || worker_id` },
  put(_, { of, step }) {
    step(
      'drafts',
      [],
      `insert into drafts.draft (worker_id, form, content) select w, 'tried', 'x' from unnest($1::uuid[]) w`,
      workers.map((worker) => of('worker', worker)),
    )
  },
  elsewhere({ worker }, show) {
    show(`draft of worker ${worker}`, true)
  },
}
