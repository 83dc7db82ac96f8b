import { clientOf } from '../../platform/web/client.ts'
import { timelineContract } from '../contract.ts'

export const timelineApi = clientOf(timelineContract)
