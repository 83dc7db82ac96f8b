import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/http/problem.ts'
import type { Gathered } from './gathered.ts'
import type { Suggestion } from './suggest.ts'

/** Composes baskets in a thread of its own, so that nobody else's request waits for it. 503 for one that takes over a minute. */
export const suggestBeside = besideIn(new URL('./thread.ts', import.meta.url), 60_000)

/** Asks a thread one thing after another, in the order asked; each may take so many milliseconds. */
export function besideIn(programme: URL, longest: number) {
  let thread: Worker | undefined
  let before: Promise<unknown> = Promise.resolve()
  return (gathered: Gathered): Promise<Suggestion> => {
    const mine = before.then(() => compose(gathered))
    before = mine.catch(() => undefined)
    return mine
  }

  function begin(): Worker {
    const worker = new Worker(programme)
    // One that fails while nobody asks fails for nobody.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (thread === worker) thread = undefined
    })
    return worker
  }

  async function compose(gathered: Gathered): Promise<Suggestion> {
    thread ??= begin()
    const patience = AbortSignal.timeout(longest)
    thread.ref()
    try {
      thread.postMessage(gathered)
      const [suggestion] = await once(thread, 'message', { signal: patience })
      // Nothing waits for an idle thread when the app ends.
      thread.unref()
      return suggestion
    } catch (fault) {
      // What failed may have left the solver in pieces, and what goes on and on hears nobody: the next one gets a new thread.
      await thread?.terminate()
      throw patience.aborted ? new Refusal(503, 'baskets:suggestion-too-hard') : fault
    }
  }
}
