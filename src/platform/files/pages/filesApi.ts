import { clientOf } from '../../web/client.ts'
import { filesContract } from '../contract.ts'

export const filesApi = clientOf(filesContract)
