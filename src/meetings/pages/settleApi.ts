import { clientOf } from '../../platform/web/client.ts'
import { settleContract } from '../settle-contract.ts'

export const settleApi = clientOf(settleContract)
