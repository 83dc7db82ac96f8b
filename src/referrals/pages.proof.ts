import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/referrals/received': { who: 'Magda Bajkowska' },
  '/referrals/places': { who: 'Aleksandra Umyślna' },
}
