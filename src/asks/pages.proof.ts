import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = { '/asks/letters': { who: 'Joanna Przykładna' } }
