import type { z } from 'zod'
import { clientOf } from '../../platform/http/client.ts'
import { consentsContract } from '../contract.ts'

export const consentsApi = clientOf(consentsContract)

export type Register = z.output<typeof consentsContract.register.answer>
