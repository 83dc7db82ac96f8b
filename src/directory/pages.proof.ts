import { serviceId } from '../../practice/services.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/services/mine': { who: 'Danuta Zmyślna' },
  '/services/departures': { who: 'Danuta Zmyślna' },
  '/services/$id/edit': { who: 'Danuta Zmyślna', ids: { id: serviceId('Asystent rodziny') } },
  '/services/missing': { who: 'Danuta Zmyślna' },
}
