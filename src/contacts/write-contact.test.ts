import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Notes of the practice family Próbni: Nina is of the counselling centre, Magda of the school, Joanna coordinates. The
// school has consents from the centre, none from the counselling centre.

const family = `/api/cases/${idOf('probni/case')}`
let app: PracticeApp
let nina: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  nina = (await app.as('nina')).ask
})
afterAll(() => app.stop())

const timeline = async (key: string) => {
  const { json } = await (await app.as(key)).ask('GET', `${family}/timeline?limit=100`)
  return (json as { items: { verb: string; subjectId: string; readOut: { words: string } | null }[] }).items
}

test('what was written in an opened note before it was corrected is read by those who may read the note', async () => {
  const id = randomUUID()
  const note = { kind: 'phone', happenedAt: '2026-03-09T10:00:00Z', what: 'Pomyłka.' }
  expect((await nina('POST', `${family}/contacts`, { body: { id, ...note, open: true } })).status).toBe(200)
  const corrected = await nina('PATCH', `${family}/contacts/${id}`, {
    body: { what: 'Rozmowa o szkole.', happenedAt: note.happenedAt },
    headers: { 'if-match': '1' },
  })
  expect(corrected.status, corrected.text).toBe(200)
  const told = async (key: string) =>
    (await timeline(key)).filter(({ subjectId }) => subjectId === id).map(({ verb }) => verb)
  for (const key of ['nina', 'joanna'])
    expect(await told(key), key).toEqual(['contact.corrected', 'contact.written'])
  expect((await timeline('magda')).map(({ verb }) => verb)).toContain('team.accepted')
  expect(await told('magda')).toEqual([])
  // The timeline reads the note out as it is now, and nothing of one that is void.
  const readOut = async () =>
    (await timeline('joanna'))
      .filter(({ subjectId }) => subjectId === id)
      .map((entry) => entry.readOut?.words)
  expect(await readOut()).toEqual(['Rozmowa o szkole.', 'Rozmowa o szkole.'])
  const voided = await nina('POST', `${family}/contacts/${id}/void`, { body: { because: 'Nie ta rodzina.' } })
  expect(voided.status, voided.text).toBe(200)
  expect(await readOut()).toEqual([undefined, undefined, undefined])
})

test('what is of now by a clock that goes before ours is of now; what is yet to come is refused', async () => {
  const id = randomUUID()
  const of = (minutes: number) => ({
    kind: 'phone',
    what: 'Rozmowa o szkole.',
    happenedAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  })
  const written = await nina('POST', `${family}/contacts`, { body: { id, ...of(4) } })
  expect(written.status, written.text).toBe(200)
  const [kept] = await app.rows<{ past: boolean }>(
    'select happened_at <= clock_timestamp() as past from contacts.contact where id = $1',
    [id],
  )
  expect(kept).toEqual({ past: true })
  const refused = await nina('POST', `${family}/contacts`, { body: { id: randomUUID(), ...of(30) } })
  expect(refused.json).toMatchObject({ status: 400, code: 'in-the-future', field: 'happenedAt' })
})
