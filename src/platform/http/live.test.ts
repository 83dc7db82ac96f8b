import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../../proof/app.ts'
import { addDays, today } from '../texts/dates.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

// Whose pages are told to look again, when something is written about the family Próbni: those who may read it, and nobody
// else, who would learn by that when something was written. Joanna coordinates, Paweł works beside her, Magda is of the school.

const path = `/api/cases/${idOf('probni/case')}`
let app: PracticeApp
let address: string
const listeners: { heard: number; end(): void }[] = []
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  address = await app.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  for (const each of listeners) each.end()
  await app.stop()
})

async function listening(key: string) {
  const { ask, cookie } = await app.as(key)
  const ended = new AbortController()
  const { body } = await fetch(`${address}/api/live`, { headers: { cookie }, signal: ended.signal })
  const listener = { heard: 0, ask, end: () => ended.abort() }
  listeners.push(listener)
  const follow = async () => {
    for await (const piece of body!.pipeThrough(new TextDecoderStream()))
      listener.heard += piece.match(/look again/g)?.length ?? 0
  }
  follow().catch(() => undefined)
  await vi.waitFor(() => expect(listener.heard, 'it begins with a look').toBeGreaterThan(0))
  return listener
}
const writes = async (ask: Ask, open: boolean) => {
  const body = {
    id: randomUUID(),
    kind: 'phone',
    happenedAt: new Date().toISOString(),
    what: 'Rozmowa.',
    open,
  }
  const { status, text } = await ask('POST', `${path}/contacts`, { body })
  expect(status, text).toBe(200)
}
const aMoment = () => new Promise((done) => setTimeout(done, 1000))
/** Which of them were told, once all that was to be told has been. */
async function told<Who extends { heard: number }>(listening: Who[], deed: () => Promise<void>) {
  // Choosing a job is told to the pages of that worker, too.
  await aMoment()
  const before = listening.map(({ heard }) => heard)
  await deed()
  await aMoment()
  return listening.map(({ heard }, i) => heard > before[i]!)
}

test('what an institution keeps is told to its own pages, and to who coordinates and sees that it is there', async () => {
  const [joanna, pawel, magda] = [
    await listening('joanna'),
    await listening('pawel'),
    await listening('magda'),
  ]
  expect(await told([joanna, pawel, magda], () => writes(joanna.ask, false))).toEqual([true, true, false])
  expect(await told([joanna, pawel, magda], () => writes(magda.ask, false))).toEqual([true, false, true])
})

test('a page whose sight changes looks again; one beside it does not hear that somebody was asked for a consent', async () => {
  const [joanna, magda, nina] = [await listening('joanna'), await listening('magda'), await listening('nina')]
  const karolina = idOf('probni/person/karolina')
  const boxes = [{ institutionId: institutionId('school'), classes: ['file', 'health'] }]
  const sheet = { id: randomUUID(), personId: karolina, signerId: karolina, boxes }
  const done = async (where: string, body: object) => {
    const { status, text } = await joanna.ask('POST', `${path}/${where}`, { body })
    expect(status, text).toBe(200)
  }
  const all = [joanna, magda, nina]
  expect(await told(all, () => done('sheets', { sheets: [sheet] }))).toEqual([true, false, false])
  const answers = [{ sheetId: sheet.id, yes: boxes, earlier: [] }]
  const signed = { form: 'paper_signed', signedOn: today(), until: addDays(today(), 300), answers }
  expect(await told(all, () => done('sheets/answers', signed))).toEqual([true, true, false])
})
