import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { consentsContract } from '../contract.ts'

export const consentsApi = clientOf(consentsContract)

export type Register = z.output<typeof consentsContract.register.answer>
export type JointWorkOf = z.output<typeof consentsContract.jointWork.answer>
export type JointPerson = JointWorkOf['people'][number]
export type JointClass = JointWorkOf['open'][number]['class']
