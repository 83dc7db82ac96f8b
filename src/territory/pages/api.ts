import { clientOf } from '../../platform/http/client.ts'
import { territoryContract } from '../contract.ts'

export const territoryApi = clientOf(territoryContract)
