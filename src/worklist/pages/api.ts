import { clientOf } from '../../platform/web/client.ts'
import { worklistContract } from '../contract.ts'

export const worklistApi = clientOf(worklistContract)
