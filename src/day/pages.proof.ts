import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/calendar': { who: 'Joanna Przykładna' },
}
