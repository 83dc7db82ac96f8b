import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { timelineContract } from '../contract.ts'

export const timelineApi = clientOf(timelineContract)
export type Entry = z.output<typeof timelineContract.timeline.answer>['items'][number]
