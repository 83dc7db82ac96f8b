import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

const id = idOf('partnership/oksa')
const membershipId = idOf('membership/oksa/school')

export const proof: PagesProof = {
  '/partnerships/$id/answers': { who: 'Danuta Zmyślna', ids: { id } },
  '/institution/answers': { who: 'Danuta Zmyślna' },
  '/partnerships/$id/members/$membershipId': { who: 'Iga Niedosłowna', ids: { id, membershipId } },
  '/partnerships/$id/agreements/$agreementId/suspend': {
    who: 'Danuta Zmyślna',
    ids: { id, agreementId: idOf('agreement/oksa') },
  },
}
