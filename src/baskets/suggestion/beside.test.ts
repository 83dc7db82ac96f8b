import { describe, expect, test } from 'vitest'
import { besideIn } from './beside.ts'
import type { Gathered } from './gathered.ts'

// What composes baskets may fail, or never come to an end. Whoever comes after gets an answer all the same.

/** A thread that does what it is told; how many things it did is its answer. */
const programme = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let done = 0
  parentPort.on('message', (told) => {
    if (told === 'fail') throw new WebAssembly.RuntimeError('unreachable')
    if (told === 'go on') for (;;) {}
    parentPort.postMessage(++done)
  })`)}`,
)
const told = (what: string) => what as unknown as Gathered

describe('a thread that composes', () => {
  test('answers one after another, in the order asked', async () => {
    const beside = besideIn(programme, 30_000)
    expect(await Promise.all(['a', 'b', 'c'].map((what) => beside(told(what))))).toEqual([1, 2, 3])
  })

  test('that failed is thrown away: only who asked is told, and the next one is answered by a new one', async () => {
    const beside = besideIn(programme, 30_000)
    await beside(told('a'))
    const [failed, next] = await Promise.allSettled([beside(told('fail')), beside(told('b'))])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'unreachable' } })
    expect(next).toEqual({ status: 'fulfilled', value: 1 })
  })

  test('that does not come to an end is ended, and the next one is answered', async () => {
    const beside = besideIn(programme, 500)
    const [endless, next] = await Promise.allSettled([beside(told('go on')), beside(told('a'))])
    expect(endless).toMatchObject({
      status: 'rejected',
      reason: { status: 503, name: 'baskets:suggestion-too-hard' },
    })
    expect(next).toEqual({ status: 'fulfilled', value: 1 })
  })
})
