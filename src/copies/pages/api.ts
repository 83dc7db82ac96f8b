import { clientOf } from '../../platform/web/client.ts'
import { copiesContract } from '../contract.ts'

export const copiesApi = clientOf(copiesContract)
