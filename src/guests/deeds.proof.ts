import type { DeedsProof } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  // A browser names its visits itself, and a name opens nothing: guests.test.ts of meetings tells.
  ids: { open: { visits: '01920000-0000-7000-8000-000000000042' } },
}
