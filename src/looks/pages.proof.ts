import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = { '/my-looks': { who: 'Joanna Przykładna' } }
