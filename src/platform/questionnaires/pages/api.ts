import { clientOf } from '../../http/client.ts'
import { questionnairesContract } from '../contract.ts'

export const questionnairesApi = clientOf(questionnairesContract)
