import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/partnerships/$id/competence': { who: 'Danuta Zmyślna', ids: { id: idOf('partnership/oksa') } },
}
