import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/contacts/new': { who: 'Joanna Przykładna' },
  '/families/$id/tasks': { who: 'Joanna Przykładna', ids: { id: idOf('probni/case') } },
}
