import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/services/mine': { who: 'Danuta Zmyślna' },
  '/services/departures': { who: 'Danuta Zmyślna' },
  '/services/missing': { who: 'Danuta Zmyślna' },
}
