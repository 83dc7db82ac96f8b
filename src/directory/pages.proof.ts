import { idOf } from '../../practice/act.ts'
import { serviceId } from '../../practice/services.ts'
import { nobody, type PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/services/mine': { who: 'Danuta Zmyślna' },
  '/services/departures': { who: 'Danuta Zmyślna' },
  '/services/$id/edit': { who: 'Danuta Zmyślna', ids: { id: serviceId('Asystent rodziny') } },
  '/services/roads': { who: 'Danuta Zmyślna' },
  '/services/import': { who: 'Danuta Zmyślna' },
  '/services/timetable': { who: 'Danuta Zmyślna' },
  '/services/timetables/$id': { who: 'Danuta Zmyślna', ids: { id: idOf('timetable/1') } },
  '/public/services': { who: nobody },
  '/public/services/$id': { who: nobody, ids: { id: serviceId('Asystent rodziny') } },
  '/services/missing': { who: 'Danuta Zmyślna' },
}
