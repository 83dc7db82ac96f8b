import { nobody, type PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/help': { who: 'Joanna Przykładna' },
  '/accessibility': { who: 'Joanna Przykładna' },
  '/sign-in': { who: nobody },
}
