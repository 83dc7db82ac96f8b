import { clientOf } from '../../platform/web/client.ts'
import { concernsContract } from '../contract.ts'

export const concernsApi = clientOf(concernsContract)
