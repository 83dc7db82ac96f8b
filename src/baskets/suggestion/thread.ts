import { parentPort } from 'node:worker_threads'
import type { Gathered } from './fitting.ts'
import { loadHighs } from './highs.ts'
import { suggest } from './suggest.ts'

// What runs beside the thread that answers requests: facts come in, baskets go out, and nothing of them is kept.

const highs = await loadHighs()
parentPort!.on('message', ({ no, gathered }: { no: number; gathered: Gathered }) => {
  try {
    parentPort!.postMessage({ no, suggestion: suggest(highs, gathered) })
  } catch (fault) {
    parentPort!.postMessage({
      no,
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
})
