import { clientOf } from '../../platform/web/client.ts'
import { contactsContract } from '../contract.ts'

export const contactsApi = clientOf(contactsContract)
