import { idOf, workerId } from '../../practice/act.ts'
import { nobody, type PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/institution/covers/$id': { who: 'Joanna Przykładna', ids: { id: idOf('cover/marta') } },
  '/institution/edit': { who: 'Danuta Zmyślna' },
  '/institution/workers/new': { who: 'Danuta Zmyślna' },
  '/institution/workers/$id': { who: 'Danuta Zmyślna', ids: { id: workerId('joanna') } },
  '/administration/second-factors': { who: 'Danuta Zmyślna' },
  '/invitation/$token': { who: nobody, ids: { token: 'A'.repeat(43) } },
}
