import { clientOf } from '../../platform/http/client.ts'
import { looksContract } from '../contract.ts'

export const looksApi = clientOf(looksContract)
