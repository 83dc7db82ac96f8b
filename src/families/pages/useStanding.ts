import type { z } from 'zod'
import { useAsk } from '../../platform/web/useAsk.ts'
import type { familiesContract } from '../contract.ts'
import { familiesApi } from './api.ts'

export type Standing = z.output<typeof familiesContract.standing.answer>

/** How far the work with a family is; nothing while it is not known yet. */
export const useStanding = (id: string) => useAsk(familiesApi.standing, { params: { id } }).data
