import { parentPort } from 'node:worker_threads'
import type { Gathered } from './gathered.ts'
import { loadHighs } from './highs.ts'
import { suggest } from './suggest.ts'

// What runs beside the thread that answers requests: facts come in, baskets go out, and nothing of them is kept. A fault ends it.

const highs = await loadHighs()
parentPort!.on('message', (gathered: Gathered) => parentPort!.postMessage(suggest(highs, gathered)))
