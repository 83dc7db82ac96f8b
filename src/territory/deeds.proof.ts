import type { DeedsProof } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  ids: {
    open: {
      communes: '2602052',
    },
  },
}
