import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { messagesContract } from '../contract.ts'

export const messagesApi = clientOf(messagesContract)

export type Matter = z.output<typeof messagesContract.matter.answer>
export type Written = Matter['messages'][number]
export type Listed = z.output<typeof messagesContract.conversations.answer>['items'][number]
export type Someone = z.output<typeof messagesContract.people.answer>[number]
