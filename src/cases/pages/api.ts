import { clientOf } from '../../platform/http/client.ts'
import { casesContract } from '../contract.ts'

export const casesApi = clientOf(casesContract)
