import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { oversightContract } from '../contract.ts'

export const oversightApi = clientOf(oversightContract)

export type OpenedRecord = z.output<typeof oversightContract.records.answer>[number]
