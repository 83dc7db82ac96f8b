import type { SightProof } from '../proof/sight-proof.ts'

// Nobody reads the table of asks: each side has its question. Who is asked, and who waits, tells each slice of its kinds.

export const proof: SightProof = {
  tables: {
    'asks.waiting_for_me()': `kind || ' waits: ' || subject_id`,
    'asks.i_wait_for(1000)': `kind || ' awaited: ' || subject_id`,
  },
}
