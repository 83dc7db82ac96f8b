import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// The practice family Próbni, coordinated by Joanna. Magda (school) and Nina (counselling centre) are on the team and
// keep some entries to their institutions.

const family = idOf('probni/case')
let app: PracticeApp
let joanna: Ask
let magda: Ask
let nina: Ask
type Entry = { id: string; verb: string; locked: boolean; asked: object | null; worker: string | null }

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  nina = (await app.as('nina')).ask
})
afterAll(() => app.stop())

const timelineOf = async (ask: Ask) =>
  ((await ask('GET', `/api/cases/${family}/timeline?limit=100`)).json as { items: Entry[] }).items
const lockedFor = async (ask: Ask) => (await timelineOf(ask)).filter(({ locked }) => locked)
const waitingFor = async (ask: Ask) =>
  (
    (await ask('GET', '/api/day')).json as { waitingForMe: { kind: string; id: string; what: string }[] }
  ).waitingForMe.filter(({ kind }) => kind === 'entry')

/** A note that the school keeps to itself, and the locked entry that the coordinator sees of it. */
async function aLockedNote(more: object = {}) {
  const before = new Set((await lockedFor(joanna)).map(({ id }) => id))
  const id = randomUUID()
  const body = { id, kind: 'phone', happenedAt: '2026-11-20T10:00:00Z', what: 'Mama prosi o ciszę.', ...more }
  const written = await magda('POST', `/api/cases/${family}/contacts`, { body })
  expect(written.status, written.text).toBe(200)
  const entry = (await lockedFor(joanna)).find((each) => !before.has(each.id))!
  return { id, entryId: entry.id }
}
const asksFor = (entryId: string, ask = joanna, id: string = randomUUID()) =>
  ask('POST', `/api/cases/${family}/entries/${entryId}/ask`, { body: { id, why: 'Żeby plan był wspólny.' } })
const answers = (ask: Ask, id: string, body: object) =>
  ask('POST', `/api/entry-requests/${id}/answer`, { body })

describe('a locked entry', () => {
  test('tells the coordinator that it exists and nothing else; the rest of the team not even that', async () => {
    const { entryId } = await aLockedNote()
    expect((await lockedFor(joanna)).find(({ id }) => id === entryId)).toMatchObject({
      verb: 'locked',
      subjectId: family,
      worker: null,
      institution: null,
      values: null,
      asked: null,
    })
    expect(await lockedFor(nina)).toEqual([])
  })

  test('is asked for by the coordinator alone, and once at a time', async () => {
    const { entryId } = await aLockedNote()
    for (const other of [nina, magda]) expect((await asksFor(entryId, other)).status).toBe(404)
    expect((await asksFor(entryId)).status).toBe(200)
    expect((await asksFor(entryId)).json).toMatchObject({ code: 'already-asked' })
    expect((await asksFor(randomUUID())).status).toBe(404)
  })

  test('waits in the day of the institution that wrote it, and nobody else’s', async () => {
    const { entryId } = await aLockedNote()
    const request = randomUUID()
    await asksFor(entryId, joanna, request)
    expect((await waitingFor(magda)).map(({ id }) => id)).toContain(request)
    expect(await waitingFor(nina)).toEqual([])
    const seen = await magda('GET', `/api/entry-requests/${request}`)
    expect(seen.json).toMatchObject({
      why: 'Żeby plan był wspólny.',
      askedBy: 'Joanna Przykładna',
      entry: { verb: 'contact.written', what: 'Mama prosi o ciszę.' },
    })
    for (const other of [joanna, nina])
      expect((await other('GET', `/api/entry-requests/${request}`)).status).toBe(404)
  })

  test('that is opened is read by the team, and is locked no more', async () => {
    const { id, entryId } = await aLockedNote({ what: 'Mama zgadza się na wspólną rozmowę.' })
    const request = randomUUID()
    await asksFor(entryId, joanna, request)
    expect((await answers(nina, request, { answer: 'opened' })).status, 'not hers to open').toBe(404)
    expect((await answers(magda, request, { answer: 'opened' })).status).toBe(200)
    expect((await answers(magda, request, { answer: 'opened' })).json).toMatchObject({
      code: 'entry-request-already-answered',
    })
    const { items } = (await joanna('GET', `/api/cases/${family}/contacts`)).json as {
      items: { id: string }[]
    }
    expect(items.map((each) => each.id)).toContain(id)
    expect((await lockedFor(joanna)).map((each) => each.id)).not.toContain(entryId)
    expect((await timelineOf(joanna))[0]).toMatchObject({ verb: 'contact.opened' })
  })

  test('that stays closed tells the coordinator why, not who said so, and may be asked for once more', async () => {
    const { id, entryId } = await aLockedNote()
    const request = randomUUID()
    await asksFor(entryId, joanna, request)
    await answers(magda, request, { answer: 'declined', reason: 'To obietnica dana dziecku.' })
    const locked = (await lockedFor(joanna)).find((each) => each.id === entryId)
    expect(locked).toMatchObject({
      worker: null,
      institution: null,
      asked: { answer: 'declined', reason: 'To obietnica dana dziecku.' },
    })
    const { items } = (await joanna('GET', `/api/cases/${family}/contacts`)).json as {
      items: { id: string }[]
    }
    expect(items.map((each) => each.id)).not.toContain(id)
    expect((await asksFor(entryId)).status).toBe(200)
  })

  test('about convictions is asked for like any other, and cannot be opened by asking', async () => {
    const { entryId } = await aLockedNote({ class: 'justice' })
    const request = randomUUID()
    expect((await asksFor(entryId, joanna, request)).status).toBe(200)
    expect((await answers(magda, request, { answer: 'opened' })).json).toMatchObject({
      code: 'cannot-be-opened',
    })
    expect((await answers(magda, request, { answer: 'declined', reason: 'Brak podstawy.' })).status).toBe(200)
  })

  test('about violence does not appear at all', async () => {
    const before = (await lockedFor(joanna)).length
    const body = {
      id: randomUUID(),
      kind: 'phone',
      happenedAt: '2026-11-20T10:00:00Z',
      what: 'Zmyślone.',
      class: 'violence',
    }
    expect((await magda('POST', `/api/cases/${family}/contacts`, { body })).status).toBe(200)
    expect((await lockedFor(joanna)).length).toBe(before)
  })
})

test('a task that an institution kept to itself opens to the team', async () => {
  const before = new Set((await lockedFor(joanna)).map(({ id }) => id))
  const taskId = randomUUID()
  await magda('POST', `/api/cases/${family}/contacts`, {
    body: {
      id: randomUUID(),
      kind: 'phone',
      happenedAt: '2026-11-20T10:00:00Z',
      what: 'Rozmowa z wychowawcą.',
      task: { id: taskId, what: 'Umówić wychowawcę' },
    },
  })
  const entries = (await lockedFor(joanna)).filter(({ id }) => !before.has(id))
  expect(entries).toHaveLength(2)
  for (const { id } of entries) {
    const request = randomUUID()
    await asksFor(id, joanna, request)
    expect((await answers(magda, request, { answer: 'opened' })).status).toBe(200)
  }
  const tasks = (await joanna('GET', `/api/cases/${family}/tasks`)).json as { id: string }[]
  expect(tasks.map(({ id }) => id)).toContain(taskId)
})

test('where nobody of the institution works with the family any more, nobody is asked and what was asked has ended', async () => {
  const { entryId } = await aLockedNote()
  const { entryId: askedBefore } = await aLockedNote()
  await asksFor(askedBefore)
  const askedFor = async () => (await lockedFor(joanna)).find(({ id }) => id === askedBefore)
  expect(await askedFor()).toMatchObject({ asked: { answer: null } })
  const [part] = await app.rows<{ id: string }>(
    `select id from cases.team_member where case_id = $1 and worker_id = $2 and left_at is null`,
    [family, (await app.as('magda')).workerId],
  )
  await magda('POST', `/api/cases/${family}/team/${part!.id}/end`, { body: { because: 'urlop' } })
  expect((await asksFor(entryId)).json).toMatchObject({ code: 'nobody-to-ask' })
  expect(await askedFor()).toMatchObject({ askable: true, asked: { answer: 'ended', reason: null } })
  expect((await asksFor(askedBefore)).json).toMatchObject({ code: 'nobody-to-ask' })
})
