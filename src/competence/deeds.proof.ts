import { partnership } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'competence.setCompetence',
      'changes the map of competence',
      ['head'],
      through('competence.setCompetence', () => ({
        params: { id: partnership.id },
        body: { problemKind: 'poverty', institutionKind: 'primary_school', part: 'may' },
      })),
    ],
  ],
}
