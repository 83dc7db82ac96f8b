import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import * as Y from 'yjs'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { words } from './pages/words.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// What pages at a table hear, over the wire, of what others write there.

let app: PracticeApp
let address: string
let joanna: Ask
const meeting = randomUUID()
const point = randomUUID()
const done = async (ask: Ask, path: string, body?: object) => {
  const { status, text } = await ask('POST', path, { body: body ?? {} })
  expect(status, text).toBe(200)
}
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  address = await app.server.listen({ port: 0, host: '127.0.0.1' })
  joanna = (await app.as('joanna')).ask
  await done(joanna, `/api/cases/${idOf('probni/case')}/meetings`, {
    id: meeting,
    kind: 'team',
    place: 'Świetlica',
    dates: [{ id: randomUUID(), startsAt: new Date(Date.now() + 60_000).toISOString() }],
    people: ['joanna', 'pawel'].map((key) => ({ id: randomUUID(), workerId: workerId(key) })),
  })
  await done(joanna, `/api/meetings/${meeting}/points`, { id: point, what: 'Dojazd', class: 'team' })
  await done(joanna, `/api/meetings/${meeting}/begin`)
})
afterAll(() => app.stop())

/** A page of somebody, which puts together what it hears. */
async function atTable(key: string) {
  const { ask, cookie } = await app.as(key)
  const left = new AbortController()
  const { body } = await fetch(`${address}/api/meetings/${meeting}/notes`, {
    headers: { cookie },
    signal: left.signal,
  })
  const doc = new Y.Doc()
  const page = {
    ask,
    again: 0,
    bye: false,
    text: () => doc.getText(words).toString(),
    leaves: () => left.abort(),
  }
  const follow = async () => {
    let rest = ''
    for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
      const events = (rest + piece).split('\n\n')
      rest = events.pop()!
      for (const event of events) {
        if (event.startsWith('event: again')) page.again++
        if (event.startsWith('event: bye')) page.bye = true
        if (!event.startsWith('event: note')) continue
        const told = JSON.parse(event.split('data: ')[1]!)
        if (told.point === point)
          for (const edit of told.edits) Y.applyUpdate(doc, Buffer.from(edit, 'base64'))
      }
    }
  }
  follow().catch(() => undefined)
  await vi.waitFor(() => expect(page.again).toBeGreaterThan(0))
  return page
}

const mine = new Y.Doc()
async function joannaWrites(added: string) {
  const before = Y.encodeStateVector(mine)
  mine.getText(words).insert(mine.getText(words).length, added)
  const edit = Buffer.from(Y.encodeStateAsUpdate(mine, before)).toString('base64')
  await done(joanna, `/api/meetings/${meeting}/points/${point}/edits`, { edit })
}
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })
const aMoment = () => new Promise((over) => setTimeout(over, 500))

test('a note is heard as it is written, without looking again at the rest; a decision is looked at again', async () => {
  const pawel = await atTable('pawel')
  const before = pawel.again
  await joannaWrites('Autobus o siódmej. ')
  await soon(() => expect(pawel.text()).toBe('Autobus o siódmej. '))
  await aMoment()
  expect(pawel.again).toBe(before)

  await done(joanna, `/api/meetings/${meeting}/points`, { id: randomUUID(), what: 'Basen', class: 'team' })
  await soon(() => expect(pawel.again).toBeGreaterThan(before))
  pawel.leaves()
})

test('who comes back hears all of it; who left the room hears nothing more until they are back', async () => {
  const pawel = await atTable('pawel')
  await soon(() => expect(pawel.text()).toContain('Autobus o siódmej.'))
  const room = (back: boolean) =>
    done(joanna, `/api/meetings/${meeting}/points/${point}/room`, { workerId: workerId('pawel'), back })
  await room(false)
  await joannaWrites('Tego Paweł nie czyta. ')
  await aMoment()
  expect(pawel.text()).not.toContain('Tego Paweł')
  await room(true)
  await soon(() => expect(pawel.text()).toContain('Tego Paweł'))
  pawel.leaves()
})

test('whose session ends is told bye, and hears nothing of what is written then', async () => {
  const pawel = await atTable('pawel')
  await app.rows(
    `delete from identity."session" where "userId" = (select account_id from institutions.worker where id = $1)`,
    [workerId('pawel')],
  )
  await joannaWrites('Po sesji. ')
  await soon(() => expect(pawel.bye).toBe(true))
  expect(pawel.text()).not.toContain('Po sesji')
})

test('whom the meeting is not for gets no stream', async () => {
  const { cookie } = await app.as('wanda')
  const answered = await fetch(`${address}/api/meetings/${meeting}/notes`, { headers: { cookie } })
  expect(answered.status).toBe(404)
})
