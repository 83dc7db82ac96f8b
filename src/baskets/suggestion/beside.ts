import { Worker } from 'node:worker_threads'
import type { Gathered } from './fitting.ts'
import type { Suggestion } from './suggest.ts'

type Answer = { no: number } & ({ suggestion: Suggestion } | { fault: string })
type Waiting = { resolve: (suggestion: Suggestion) => void; reject: (fault: Error) => void }

let thread: Worker | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/** Composes baskets in a thread of its own, so that nobody else's request waits for it. One after another, in the order asked. */
export function suggestBeside(gathered: Gathered): Promise<Suggestion> {
  thread ??= begin()
  const no = ++asked
  return new Promise((resolve, reject) => {
    waiting.set(no, { resolve, reject })
    thread!.ref()
    thread!.postMessage({ no, gathered })
  })
}

function begin(): Worker {
  const worker = new Worker(new URL('./thread.ts', import.meta.url))
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.no)
    waiting.delete(answer.no)
    // Nothing waits for an idle thread when the app ends.
    if (!waiting.size) worker.unref()
    if ('suggestion' in answer) asker?.resolve(answer.suggestion)
    else asker?.reject(new Error(answer.fault))
  })
  // What ends by itself begins anew with the next question; whoever waits is told.
  const over = (fault: Error) => {
    if (thread === worker) thread = undefined
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  }
  worker.on('error', over)
  worker.on('exit', () => over(new Error('the thread that composes baskets ended')))
  return worker
}
