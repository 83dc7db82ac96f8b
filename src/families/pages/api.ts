import { clientOf } from '../../platform/web/client.ts'
import { familiesContract } from '../contract.ts'

export const familiesApi = clientOf(familiesContract)
