import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { aCase, aConsent, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { callOfCase } from './call-meeting.ts'
import { editNote } from './edit-note.ts'
import { approveMinutes, beginMeeting, decide, leaveRoom, putPoint, sendMinutes } from './hold-meeting.ts'

// Minutes are written by several people at once, each in a browser of their own.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let officer: Worker
let meeting: string
let point: string
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police, school)
})
afterAll(() => database.drop())

beforeEach(async () => {
  family = await aCase(database, partnership)
  officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
  await aConsent(database, family, { about: family.mother, to: partnership.of(police) })
  await aConsent(database, family, { about: family.child, to: partnership.of(police) })
  meeting = randomUUID()
  point = randomUUID()
  await doing(database, family.coordinator, (work) =>
    callOfCase(work, family.id, {
      id: meeting,
      kind: 'team',
      place: 'Świetlica',
      minutes: 60,
      dates: [{ id: randomUUID(), startsAt: new Date(Date.now() + 60_000).toISOString() }],
      people: [family.coordinator, officer].map(({ workerId }) => ({
        id: randomUUID(),
        workerId,
        needed: false,
      })),
      family: [],
    }),
  )
  await doing(database, officer, (work) =>
    putPoint(work, meeting, { id: point, what: 'Dojazd do szkoły', class: 'file' }),
  )
  await doing(database, family.coordinator, (work) => beginMeeting(work, meeting))
})

/** A browser in which somebody writes: their own document, and what they send of it. */
function aBrowser(worker: Worker) {
  const doc = new Y.Doc()
  const words = doc.getText('words')
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  const send = (edit: Uint8Array) =>
    doing(database, worker, (work) => editNote(work, meeting, point, Buffer.from(edit).toString('base64')))
  return {
    words,
    writes: (text: string) => words.insert(words.length, text),
    /** Each edit in a transaction of its own, one after another. */
    async sends() {
      while (sent.length) await send(sent.shift()!)
    },
    send,
    takes: (state: Uint8Array) => Y.applyUpdate(doc, state),
  }
}

const note = (as: Worker = family.coordinator) =>
  acting(
    database,
    as,
    async (db) =>
      (
        await sql<{ words: string; seq: number; state: Buffer }>`
        select words, seq, state from meetings.note where point_id = ${point}`.execute(db)
      ).rows[0],
  )
const kept = async () => (await note())!
const refused = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => (error as Error).name,
  )

test('two who write at the same moment lose no word', async () => {
  const [joanna, pawel] = [aBrowser(family.coordinator), aBrowser(officer)]
  for (let n = 0; n < 25; n++) {
    joanna.writes(`j${n} `)
    pawel.writes(`p${n} `)
  }

  await Promise.all([joanna.sends(), pawel.sends()])

  const { words, seq, state } = await kept()
  expect(seq).toBe(50)
  expect(words.split(' ').filter(Boolean).sort()).toEqual(
    Array.from({ length: 25 }, (_, n) => [`j${n}`, `p${n}`])
      .flat()
      .sort(),
  )
  joanna.takes(state)
  pawel.takes(state)
  expect(joanna.words.toString()).toBe(words)
  expect(pawel.words.toString()).toBe(words)
})

test('what was written without a network comes in afterwards, and an edit that comes twice is one', async () => {
  const [joanna, pawel] = [aBrowser(family.coordinator), aBrowser(officer)]
  joanna.writes('Autobus o 15. ')
  await joanna.sends()
  pawel.writes('Tata zawozi.')
  joanna.writes('Powrót z sąsiadką. ')
  await joanna.sends()

  await pawel.sends()
  const { seq, state } = await kept()
  await pawel.send(state)

  expect((await kept()).seq).toBe(seq)
  const { words } = await kept()
  for (const said of ['Autobus o 15. ', 'Powrót z sąsiadką. ', 'Tata zawozi.']) expect(words).toContain(said)
})

test('what is no edit of plain text is refused, and nothing of it is kept', async () => {
  const other = new Y.Doc()
  other.getText('elsewhere').insert(0, 'Gdzie indziej.')
  const bold = new Y.Doc()
  bold.getText('words').insert(0, 'Ważne', { bold: true })
  const long = new Y.Doc()
  long.getText('words').insert(0, 'a'.repeat(8001))
  const later = new Y.Doc()
  later.getText('words').insert(0, 'Pierwsze. ')
  const before = Y.encodeStateVector(later)
  later.getText('words').insert(10, 'Drugie.')
  const { send } = aBrowser(officer)

  expect(await refused(send(Y.encodeStateAsUpdate(other)))).toBe('meetings:not-an-edit')
  expect(await refused(send(Y.encodeStateAsUpdate(bold)))).toBe('meetings:not-an-edit')
  expect(await refused(send(Buffer.from('nonsense')))).toBe('meetings:not-an-edit')
  expect(await refused(send(Y.encodeStateAsUpdate(long)))).toBe('meetings:note-is-full')
  expect(await refused(send(Y.encodeStateAsUpdate(later, before)))).toBe('meetings:edit-does-not-follow')
  expect(await kept()).toMatchObject({ words: '', seq: 0 })
})

test('who left the room for a point neither reads nor writes it, and comes back to it', async () => {
  const pawel = aBrowser(officer)
  await doing(database, family.coordinator, (work) =>
    leaveRoom(work, meeting, point, { workerId: officer.workerId, back: false }),
  )
  pawel.writes('Byłem tam.')

  expect(await note(officer)).toBeUndefined()
  expect(await refused(pawel.sends())).toBe('http:not-found')

  await doing(database, family.coordinator, (work) =>
    leaveRoom(work, meeting, point, { workerId: officer.workerId, back: true }),
  )
  expect(await note(officer)).toBeDefined()
})

test('whoever does not run the meeting sends nobody out of the room but themselves', async () => {
  const says = (workerId: string, back = false) =>
    refused(doing(database, officer, (work) => leaveRoom(work, meeting, point, { workerId, back })))
  expect(await says(family.coordinator.workerId)).toBe('http:not-found')
  expect(await says(officer.workerId)).toBe('done')
  expect(await says(officer.workerId, true)).toBe('http:not-found')
  await doing(database, family.coordinator, (work) =>
    leaveRoom(work, meeting, point, { workerId: officer.workerId, back: true }),
  )
})

test('minutes that are sent while somebody writes hold what they wrote before, and take nothing after', async () => {
  const pawel = aBrowser(officer)
  pawel.writes('Przed końcem. ')
  const wrote = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const edit = doing(database, officer, async (work) => {
    await editNote(
      work,
      meeting,
      point,
      Buffer.from(Y.encodeStateAsUpdate(pawel.words.doc!)).toString('base64'),
    )
    await work.all(sql`select 1`)
    wrote.resolve()
    await mayCommit.promise
  })
  await wrote.promise
  const ends = doing(database, family.coordinator, (work) => sendMinutes(work, meeting))
  setTimeout(mayCommit.resolve, 100)
  await Promise.all([edit, ends])

  const words = await acting(
    database,
    officer,
    async (db) =>
      (await sql<{ words: string }>`select words from meetings.point where id = ${point}`.execute(db))
        .rows[0]!.words,
  )
  expect(words).toBe('Przed końcem.')
  pawel.writes('Po końcu.')
  expect(await refused(pawel.sends())).toBe('meetings:meeting-is-over')
})

test('what was settled becomes a task when the minutes are sent; approved, who wrote what is gone', async () => {
  const [institutionId, workerId] = [officer.institutionId, officer.workerId]
  await doing(database, officer, (work) =>
    decide(work, meeting, point, {
      id: randomUUID(),
      what: 'Zapytać o zatrzymanie autobusu',
      institutionId,
      workerId,
      due: '2030-01-07',
    }),
  )
  const tasks = () =>
    acting(
      database,
      officer,
      async (db) =>
        (
          await sql`select what, worker_id as "workerId", due from worklist.task where scope_id = ${family.id}`.execute(
            db,
          )
        ).rows,
    )
  const pawel = aBrowser(officer)
  pawel.writes('Autobus staje przy remizie.')
  await pawel.sends()
  expect(await tasks()).toEqual([])

  await doing(database, family.coordinator, (work) => sendMinutes(work, meeting))
  expect(await tasks()).toEqual([{ what: 'Zapytać o zatrzymanie autobusu', workerId, due: '2030-01-07' }])
  expect(await note()).toBeDefined()

  await doing(database, family.coordinator, (work) => approveMinutes(work, meeting))
  expect(await note()).toBeUndefined()
})

test('a decision is not given to an institution of which somebody left the room', async () => {
  const given = (institutionId: string) =>
    refused(
      doing(database, family.coordinator, (work) =>
        decide(work, meeting, point, {
          id: randomUUID(),
          what: 'Zadzwonić',
          institutionId,
          due: '2030-01-07',
        }),
      ),
    )
  await doing(database, family.coordinator, (work) =>
    leaveRoom(work, meeting, point, { workerId: officer.workerId, back: false }),
  )

  expect(await given(officer.institutionId)).toBe('meetings:cannot-be-given')
  expect(await given(family.coordinator.institutionId)).toBe('done')
  expect(await given(partnership.of(school).id)).toBe('meetings:cannot-be-given')
})
