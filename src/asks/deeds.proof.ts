import type { DeedsProof } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  ids: { ofFamily: { asks: 'select subject_id as id from asks.ask where scope_id = $1' } },
}
