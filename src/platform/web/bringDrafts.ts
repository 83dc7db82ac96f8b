import { draftsContract } from '../drafts/contract.ts'
import { pathOf } from './client.ts'
import { draftHere, draftKeysOf, noteSent } from './draftsHere.ts'
import { Problem, read, send } from './request.ts'

/**
 * Brings to the server what these workers, jobs of the person who is signed in, wrote without a connection, so that it goes on
 * elsewhere and is there after signing out; what was written elsewhere since stays. Tells which the server could not take just
 * now: they wait here, as what others wrote does. Throws `Problem` where there is no connection, or nobody is signed in.
 */
export async function bringDrafts(workers: string[]): Promise<string[]> {
  const waiting: string[] = []
  for (const key of draftKeysOf(workers)) {
    const kept = draftHere(key)
    const [, worker, form] = /^([\da-f-]{36})\/(.+)$/.exec(key) ?? []
    if (!kept?.unsent || !worker || !form) continue
    try {
      const there = await read<{ keptAt: string | null }>(
        pathOf(draftsContract.draft, { params: { form } }),
        undefined,
        worker,
      )
      if (!there.keptAt || there.keptAt < kept.at)
        await send(
          'PUT',
          pathOf(draftsContract.keepDraft, { params: { form } }),
          { content: kept.values },
          { as: worker },
        )
      noteSent(key, kept)
    } catch (problem) {
      if (!(problem instanceof Problem) || [0, 401].includes(problem.status)) throw problem
      // What is refused is about something that is closed to this worker by now; but nothing opens while a second factor is missing.
      if (problem.status === 429 || problem.status >= 500 || problem.code === 'factor-needed')
        waiting.push(key)
    }
  }
  return waiting
}
