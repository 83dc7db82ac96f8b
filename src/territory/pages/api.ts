import { clientOf } from '../../platform/web/client.ts'
import { territoryContract } from '../contract.ts'

export const territoryApi = clientOf(territoryContract)
