import { nobody, type PagesProof } from '../../../walk/pages.ts'

export const proof: PagesProof = {
  '/my-account': { who: 'Joanna Przykładna' },
  '/reset': { who: nobody },
  '/reset/new': { who: nobody },
}
