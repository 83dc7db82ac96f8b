import { clientOf } from '../../platform/http/client.ts'
import { worklistContract } from '../contract.ts'

export const worklistApi = clientOf(worklistContract)
