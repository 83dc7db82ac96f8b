import { roles } from '../../proof/cast.ts'
import { type DeedsProof, through } from '../../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'drafts.keepDraft',
      'keeps a draft',
      [...roles],
      through('drafts.keepDraft', () => ({ params: { form: 'proba' } })),
    ],
    [
      'drafts.dropDraft',
      'drops a draft',
      [...roles],
      through('drafts.dropDraft', () => ({ params: { form: 'proba' } })),
    ],
  ],
  ids: {
    open: {
      drafts: 'zgloszenie',
    },
  },
}
