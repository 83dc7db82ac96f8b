import { idOf } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = {
  '/my-team': { who: 'Danuta Zmyślna' },
  '/families/$id/timeline': { who: 'Joanna Przykładna', ids: { id: idOf('probni/case') } },
  '/families/$id/household': { who: 'Joanna Przykładna', ids: { id: idOf('probni/case') } },
}
