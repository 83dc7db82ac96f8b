import { clientOf } from '../../platform/web/client.ts'
import { householdsContract } from '../contract.ts'

export const householdsApi = clientOf(householdsContract)
