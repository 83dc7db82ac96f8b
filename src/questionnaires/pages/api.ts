import { clientOf } from '../../platform/web/client.ts'
import { questionnairesContract } from '../contract.ts'

export const questionnairesApi = clientOf(questionnairesContract)
