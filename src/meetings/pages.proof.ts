import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/partnerships/$id/meetings/new': { who: 'Joanna Przykładna', ids: { id: idOf('partnership/oksa') } },
}
