import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// A court asks for the whole case of the practice family Próbni, which Joanna coordinates.

const family = `/api/cases/${idOf('probni/case')}`
const printed = `${family}/print.pdf?requestedBy=S%C4%85d&basis=wezwanie`
let app: PracticeApp
let joanna: Awaited<ReturnType<PracticeApp['as']>>
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = await app.as('joanna')
})
afterAll(() => app.stop())

async function note(what: string, more: object = {}) {
  const { status, text } = await joanna.ask('POST', `${family}/contacts`, {
    body: { id: randomUUID(), kind: 'home_visit', happenedAt: '2026-03-09T23:30:00Z', what, ...more },
  })
  expect(status, text).toBe(200)
}

/** The words of the print, without the places where lines happen to break. */
async function words() {
  const { rawPayload } = await app.server.inject({ url: printed, headers: { cookie: joanna.cookie } })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)))
  return text.join(' ').replace(/\s+/g, ' ')
}

test('it holds every note of the leading institution, on its day in Poland, and none that touches violence', async () => {
  const notes = Array.from({ length: 101 }, (_, i) => `Wizyta numer ${i + 1}.`)
  for (const what of notes) await note(what)
  await note('Wuj bije dziecko.', { class: 'violence' })
  const text = await words()
  for (const what of notes) expect(text).toContain(what)
  expect(text).not.toContain('Wuj bije')
  expect(text).toContain('10.03.2026')
  expect(text).not.toContain('09.03.2026')
})

test('only the coordinator prints it', async () => {
  for (const key of ['danuta', 'nina', 'wanda'])
    expect((await (await app.as(key)).ask('GET', printed)).status).toBe(404)
})

test('it says how far the work is, and every word in Polish', async () => {
  const text = await words()
  expect(text).toMatch(/Etap realizacja/i)
  expect(text).not.toMatch(/undefined|\bnull\b|\w+:\w+\.\w+/)
})

test('of what the family does itself it says who does it', async () => {
  expect(await words()).toMatch(
    /Odprowadza Kacpra na autobus o 7:10, Mirosław Próbny, do \d\d\.\d\d\.20\d\d „Żeby Kacper/,
  )
})
