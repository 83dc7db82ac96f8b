import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { competenceContract } from '../contract.ts'

export const competenceApi = clientOf(competenceContract)

export type CompetenceRow = z.output<typeof competenceContract.competence.answer>['rows'][number]
