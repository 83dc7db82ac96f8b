import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { meetingsContract } from '../contract.ts'

export const meetingsApi = clientOf(meetingsContract)

export type Meeting = z.output<typeof meetingsContract.meeting.answer>
export type Listed = z.output<typeof meetingsContract.ofCase.answer>[number]
export type Point = Meeting['points'][number]
export type Invited = Meeting['people'][number]
