import { draftsContract } from '../drafts/contract.ts'
import { pathOf } from './client.ts'
import { draftHere, draftKeys, isSent } from './draftsHere.ts'
import { Problem, send } from './request.ts'

/**
 * Brings to the server what was written without a connection, so that it goes on elsewhere and is there after signing out.
 * Throws `Problem` where there is no connection, or nobody is signed in.
 */
export async function bringDrafts(): Promise<void> {
  for (const key of draftKeys()) {
    const kept = draftHere(key)
    const [, worker, form] = /^([\da-f-]{36})\/(.+)$/.exec(key) ?? []
    if (!kept?.unsent || !worker || !form) continue
    const path = pathOf(draftsContract.keepDraft, { params: { form } })
    await send('PUT', path, { content: kept.values }, { as: worker }).then(
      () => isSent(key, kept),
      (problem) => {
        // What the server takes no more is about something that is closed to this worker by now.
        if (!(problem instanceof Problem) || ![400, 403, 404, 409, 413].includes(problem.status))
          throw problem
      },
    )
  }
}
