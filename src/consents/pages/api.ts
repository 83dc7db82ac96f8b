import { clientOf } from '../../platform/http/client.ts'
import { consentsContract } from '../contract.ts'

export const consentsApi = clientOf(consentsContract)
