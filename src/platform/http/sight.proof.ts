import type { SightProof } from '../../proof/sight-proof.ts'
import { workers } from '../../proof/world.ts'

export const proof: SightProof = {
  tables: { 'http.answered': `'answer to ' || worker_id` },
  put(_, { of, step }) {
    step(
      'answers',
      [],
      `insert into http.answered (worker_id, key, digest) select w, 'tried once', sha256('tried') from unnest($1::uuid[]) w`,
      workers.map((worker) => of('worker', worker)),
    )
  },
  elsewhere({ worker }, show) {
    show(`answer to worker ${worker}`, true)
  },
}
