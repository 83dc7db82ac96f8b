import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { type assessment, assessmentsContract } from '../contract.ts'

export const assessmentsApi = clientOf(assessmentsContract)

export type Assessment = z.output<typeof assessment>
