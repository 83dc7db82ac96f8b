import { clientOf } from '../../platform/web/client.ts'
import { casesContract } from '../contract.ts'

export const casesApi = clientOf(casesContract)
