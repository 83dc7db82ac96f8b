import { clientOf } from '../../platform/http/client.ts'
import { dayContract } from '../contract.ts'

export const dayApi = clientOf(dayContract)
