import { clientOf } from '../../platform/web/client.ts'
import { guestsContract } from '../contract.ts'

export const guestsApi = clientOf(guestsContract)
