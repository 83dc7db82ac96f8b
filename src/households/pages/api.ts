import { clientOf } from '../../platform/http/client.ts'
import { householdsContract } from '../contract.ts'

export const householdsApi = clientOf(householdsContract)
