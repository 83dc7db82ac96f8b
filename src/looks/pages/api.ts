import { clientOf } from '../../platform/web/client.ts'
import { looksContract } from '../contract.ts'

export const looksApi = clientOf(looksContract)
