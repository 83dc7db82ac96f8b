import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = { '/contacts/new': { who: 'Joanna Przykładna' } }
