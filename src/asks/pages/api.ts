import { clientOf } from '../../platform/web/client.ts'
import { asksContract } from '../contract.ts'

export const asksApi = clientOf(asksContract)
