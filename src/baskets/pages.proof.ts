import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/items/$id': { who: 'Magda Bajkowska', ids: { id: idOf('referral/maja/seat') } },
}
