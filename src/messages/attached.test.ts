import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { withdrawBasis } from '../consents/record-basis.ts'
import { asOwner } from '../platform/database/open.ts'
import { receiveFile } from '../platform/files/receive.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { aCase, aConsent, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, doing, type Partnership, police, type Worker } from '../proof/partnership.ts'
import { attach, handOutAttached, takeOut } from './attach.ts'
import { startMatter } from './write-message.ts'

// What is attached to a message is read by whom the message is read, from minute to minute, and nowhere else.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let writer: Worker
let officer: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police)
  family = await aCase(database, partnership)
  writer = family.coordinator
  officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
})

const owned = <Row extends object>(text: string, values: unknown[] = []) =>
  asOwner(database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)
const aPaper = (filename = 'opinia Zmyślonej.pdf') =>
  receiveFile({ filename, file: Readable.from([Buffer.from('%PDF-1.7\nzmyślona opinia\n')]) })

/** A matter that the officer reads, with one message. */
async function aMessage(dataClass: 'request' | 'file' | 'health', place = family.id, by = writer) {
  const [matter, message] = [randomUUID(), randomUUID()]
  await doing(database, by, (work) =>
    startMatter(work, {
      id: matter,
      place,
      title: 'Kto otworzy drzwi',
      readers: [{ institutionId: officer.institutionId, workerId: officer.workerId }],
      message: {
        id: message,
        class: dataClass,
        about: dataClass === 'request' ? undefined : [family.mother.id],
        words: 'Przesyłam.',
        to: [],
        outside: [],
      },
    }),
  )
  return message
}

async function attached(message: string, by = writer) {
  const id = randomUUID()
  const paper = await aPaper()
  await doing(database, by, (work) => attach(work, message, id, paper))
  return id
}

async function reads(worker: Worker, id: string): Promise<string> {
  const { name, bytes } = await doing(database, worker, (work) => handOutAttached(work, id))
  return `${name}: ${Buffer.concat(await (bytes as Readable).toArray()).toString()}`
}
const findsByName = (worker: Worker) =>
  answerOf<number>(database, worker, sql`(select count(*)::int from messages.found('opinia zmyślon'))`)

/** Eleven minutes go by for what was written. */
const minutesAreOver = () =>
  owned(`alter table messages.message disable trigger user;
    update messages.message set written_at = written_at - interval '11 minutes';
    alter table messages.message enable trigger user`)

test('a file that is kept elsewhere is never attached, and so never taken out', async () => {
  const other = await attached(await aMessage('file'))
  const message = await aMessage('file')
  const refused = await answerOf<string>(database, writer, sql`messages.attach(${other}, ${message})`)
  expect(refused).toBe('not-found')
  expect(await reads(writer, other)).toContain('zmyślona opinia')
})

describe('what is attached to a message', () => {
  test('is read with it, as long as a consent opens the message, and is found by its name', async () => {
    const basis = await aConsent(database, family, {
      about: family.mother,
      to: partnership.of(police),
      classes: ['health'],
    })
    const id = await attached(await aMessage('health'))
    const whole = 'opinia Zmyślonej.pdf: %PDF-1.7\nzmyślona opinia\n'
    expect([await reads(writer, id), await reads(officer, id)]).toEqual([whole, whole])
    expect([await findsByName(writer), await findsByName(officer)]).toEqual([1, 1])
    await doing(database, writer, (work) => withdrawBasis(work, family.id, basis, 'ustnie'))
    await expect(reads(officer, id)).rejects.toThrow('not-found')
    expect([await findsByName(writer), await findsByName(officer)]).toEqual([1, 0])
    expect(await reads(writer, id)).toBe(whole)
  })

  test('tells a reader who may not read the message neither that it is there nor its name', async () => {
    const id = await attached(await aMessage('health'))
    await expect(reads(officer, id)).rejects.toThrow('not-found')
    // The journal tells readers that something was attached, without what: it keeps no values.
    expect(
      await owned(
        `select verb from journal.entry where verb like 'message.attached' and sealed_values is not null`,
      ),
    ).toEqual([])
    expect(
      await answerOf<number>(database, officer, sql`(select count(*)::int from files.file where id = ${id})`),
    ).toBe(0)
  })

  test('is closed to whoever reads the matter no more, also to its author', async () => {
    const id = await attached(await aMessage('file', family.id, officer), officer)
    expect(await reads(officer, id)).toContain('zmyślona opinia')
    await owned(
      'update messages.reader set period = tstzrange(lower(period), clock_timestamp()) where worker_id = $1',
      [officer.workerId],
    )
    await expect(reads(officer, id)).rejects.toThrow('not-found')
    expect(
      await answerOf<number>(database, officer, sql`(select count(*)::int from files.file where id = ${id})`),
    ).toBe(0)
  })

  test('goes with no message that bears no name in a case: nobody knows what a paper names', async () => {
    const message = await aMessage('request')
    await expect(attached(message)).rejects.toThrow('no-papers-without-names')
    expect(await owned('select from messages.attachment where message_id = $1', [message])).toEqual([])
  })

  test('goes with one of a partnership', async () => {
    const id = await attached(await aMessage('request', partnership.id))
    expect(await reads(officer, id)).toContain('zmyślona opinia')
  })

  test('is given and taken out by the author alone, in ten minutes', async () => {
    const message = await aMessage('file')
    await expect(attached(message, officer)).rejects.toThrow('not-found')
    const id = await attached(message)
    await expect(doing(database, officer, (work) => takeOut(work, id))).rejects.toThrow('not-found')
    await doing(database, writer, (work) => takeOut(work, id))
    expect(
      await owned(
        'select id::text from files.file where id = $1 union all select file_id::text from files.piece where file_id = $1',
        [id],
      ),
    ).toEqual([])
    const stays = await attached(message)
    await minutesAreOver()
    await expect(doing(database, writer, (work) => takeOut(work, stays))).rejects.toThrow('time-is-over')
    await expect(attached(message)).rejects.toThrow('time-is-over')
    expect(await reads(writer, stays)).toContain('zmyślona opinia')
  })
})
