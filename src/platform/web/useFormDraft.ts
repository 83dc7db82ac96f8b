import { draftsContract } from '../drafts/contract.ts'
import { clientOf } from './client.ts'
import { useSession } from './session.ts'
import { type Draft, useDraft } from './useDraft.ts'

const draftsApi = clientOf(draftsContract)

/**
 * A form's draft, kept in this browser and, encrypted, on the server: begun at the desk, finished on the phone.
 * @param form one per form and thing: `concern/new`, `contact/<case>`
 */
export function useFormDraft<T extends Record<string, unknown>>(form: string, initial: T): Draft<T> {
  const { worker } = useSession()
  return useDraft(`${worker?.id}/${form}`, () => initial, {
    load: async () => {
      const { content, keptAt } = await draftsApi.draft({ params: { form } })
      return content && keptAt ? { values: content as T, at: keptAt } : null
    },
    save: (values) =>
      values
        ? draftsApi.keepDraft({ params: { form }, body: { content: values } })
        : draftsApi.dropDraft({ params: { form } }),
  })
}
