import type { PagesProof } from '../../../walk/pages.ts'

export const proof: PagesProof = { '/practice/outbox': { who: 'Joanna Przykładna' } }
