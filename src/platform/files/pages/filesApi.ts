import { clientOf } from '../../web/client.ts'
import { filesContract } from '../contract.ts'

export const filesApi = clientOf(filesContract)

/** A file as it travels. */
export function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}
