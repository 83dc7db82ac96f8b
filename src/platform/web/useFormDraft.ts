import { useContext } from 'react'
import { draftsContract } from '../drafts/contract.ts'
import { clientOf } from './client.ts'
import { SessionContext } from './session.ts'
import { type Draft, type DraftElsewhere, useDraft } from './useDraft.ts'

const draftsApi = clientOf(draftsContract)

/** A form's draft, kept in this browser and, encrypted, on the server: begun at the desk, finished on the phone. */
export function useFormDraft<V extends Record<string, unknown>>(
  form: string | undefined,
  start: () => V,
): Draft<V> {
  const session = useContext(SessionContext)
  const worker = session?.worker
  // Whoever works nowhere has no place of their own on the server.
  const elsewhere: DraftElsewhere<V> =
    form && worker
      ? {
          load: async () => {
            const { content, keptAt } = await draftsApi.draft({ params: { form } })
            return content && keptAt ? { values: content as V, at: keptAt } : null
          },
          save: (values) =>
            values
              ? draftsApi.keepDraft({ params: { form }, body: { content: values } })
              : draftsApi.dropDraft({ params: { form } }),
        }
      : {}
  return useDraft(
    form === undefined ? null : `${worker?.id ?? session?.account.id ?? 'guest'}/${form}`,
    start,
    elsewhere,
  )
}
