import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/conversations/new': { who: 'Joanna Przykładna' },
  '/families/$id/conversations': { who: 'Joanna Przykładna', ids: { id: idOf('probni/case') } },
}
