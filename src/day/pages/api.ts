import { clientOf } from '../../platform/web/client.ts'
import { dayContract } from '../contract.ts'

export const dayApi = clientOf(dayContract)
