import { idOf, institutionId } from '../../practice/act.ts'
import type { PagesProof } from '../../walk/pages.ts'

const offered = idOf('an offered hand-over')

export const proof: PagesProof = {
  '/handovers/$id': {
    who: 'Lidia Domniemana',
    ids: { id: offered },
    first: {
      who: 'Danuta Zmyślna',
      posts: `/cases/${idOf('probni/case')}/handover`,
      body: { id: offered, to: institutionId('pcpr'), reason: 'Przeprowadzka.' },
    },
  },
}
