import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { contractsContract, type socialContract } from '../contract.ts'

export const contractsApi = clientOf(contractsContract)

export type SocialContract = z.output<typeof socialContract>
export type OurService = z.output<typeof contractsContract.ourServices.answer>['services'][number]
export type Overview = z.output<typeof contractsContract.contracts.answer>
export type Suggestion = z.output<typeof contractsContract.suggestion.answer>
