import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { tellAsks } from '../asks/tell-asks.ts'
import { newsSince } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { aCase, aConsent, type Case, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { nextWorkingDay } from '../proof/mornings.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { acknowledge, startMatter, writeMessage } from './write-message.ts'

// An urgent message is asked of each to whom it is written until its hour; then also of their colleagues who read the matter,
// and its writer is told to call. Nobody reads more by that, and nothing is told twice.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let writer: Worker
let officer: Worker
let colleague: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())

const owned = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner(database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)

beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school, clinic)
  family = await aCase(database, partnership)
  writer = family.coordinator
  ;[officer, colleague] = partnership.of(police).workers
  for (const worker of [officer, colleague]) await onTheTeam(database, family, worker)
  await owned(`update institutions.worker set email = id || '@test.example'`)
})

const to = ({ institutionId, workerId }: Worker) => ({ institutionId, workerId })

/** A matter read by both of the police, with a message that asks one of them until an hour. */
async function anUrgentMessage(given: Partial<Parameters<typeof writeMessage>[2]> = {}) {
  const [matter, first, message] = [randomUUID(), randomUUID(), randomUUID()]
  await doing(database, writer, (work) =>
    startMatter(work, {
      id: matter,
      place: family.id,
      title: 'Kto otworzy drzwi',
      readers: [to(colleague)],
      message: { id: first, class: 'request', words: 'Zaczynamy.', to: [], outside: [] },
    }),
  )
  await doing(database, writer, (work) =>
    writeMessage(work, matter, {
      id: message,
      class: 'request',
      words: 'Kto może dziś?',
      to: [to(officer)],
      outside: [],
      answerAt: new Date(Date.now() + 3_600_000).toISOString(),
      ...given,
    }),
  )
  const [addressee] = await owned<{ id: string }>('select id from messages.addressee where message_id = $1', [
    message,
  ])
  return { matter, message, addressee: addressee!.id }
}

const waitFor = async (worker: Worker) =>
  (
    await acting(database, worker, async (db) =>
      sql<{ kind: string }>`select kind from asks.waiting_for_me()`.execute(db),
    )
  ).rows
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'urgent-message' || kind === 'letter')

/** Two hours go by for what was written. */
const hourIsOver = () =>
  owned(`alter table messages.message disable trigger user; alter table asks.ask disable trigger user;
    update messages.message set written_at = written_at - interval '2 hours', answer_at = answer_at - interval '2 hours' where answer_at is not null;
    update asks.ask set asked_at = asked_at - interval '2 hours', answer_at = answer_at - interval '2 hours',
      stands = tstzrange(lower(stands) - interval '2 hours', upper(stands)) where answer_at is not null;
    alter table messages.message enable trigger user; alter table asks.ask enable trigger user`)

describe('an urgent message', () => {
  test('waits for whom it is written to, and ends when they say that they take it', async () => {
    const { addressee } = await anUrgentMessage()
    expect(await waitFor(officer)).toEqual(['urgent-message'])
    expect(await waitFor(colleague)).toEqual([])
    await doing(database, officer, (work) => acknowledge(work, addressee, { answer: 'take' }))
    expect(await waitFor(officer)).toEqual([])
    await expect(
      doing(database, officer, (work) => acknowledge(work, addressee, { answer: 'cannot' })),
    ).rejects.toThrow('already-acknowledged')
  })

  test.each([
    ['take', 'message.taken'],
    ['cannot', 'message.declined'],
  ] as const)(
    'is answered “%s”: news on the day of who wrote it, and of nobody else',
    async (answer, verb) => {
      const { addressee } = await anUrgentMessage()
      const news = (worker: Worker) =>
        doing(database, worker, (work) => work.all(newsSince(worker.workerId))).then((all) =>
          all.flatMap((each) => (each.verb.startsWith('message.') ? [each.verb] : [])),
        )
      await doing(database, officer, (work) => acknowledge(work, addressee, { answer }))
      expect(await news(writer)).toEqual([verb])
      for (const worker of [officer, colleague]) expect(await news(worker)).toEqual([])
    },
  )

  test('is not sent to somebody who would read nothing of it: their writer would wait for nothing', async () => {
    const of = { class: 'health' as const, about: [family.mother.id] }
    await expect(anUrgentMessage(of)).rejects.toThrow('urgent-and-unread')
    expect(await owned(`select from messages.message where class = 'health'`)).toEqual([])
    await aConsent(database, family, {
      about: family.mother,
      to: partnership.of(police),
      classes: ['health'],
    })
    await anUrgentMessage(of)
    expect(await waitFor(officer)).toEqual(['urgent-message'])
  })

  test('is asked of a colleague who reads the matter when the hour is over, and of nobody else', async () => {
    const { addressee } = await anUrgentMessage()
    const other = partnership.of(police).workers[2]
    await onTheTeam(database, family, other)
    await expect(
      doing(database, colleague, (work) => acknowledge(work, addressee, { answer: 'take' })),
    ).rejects.toThrow('not-found')
    await hourIsOver()
    expect(await waitFor(officer)).toEqual(['urgent-message'])
    expect(await waitFor(colleague)).toEqual(['urgent-message'])
    for (const nobody of [other, partnership.of(police).head]) expect(await waitFor(nobody)).toEqual([])
    await doing(database, colleague, (work) => acknowledge(work, addressee, { answer: 'take' }))
    expect(await waitFor(officer)).toEqual([])
  })

  test('its writer is told once to call, also when nobody looked at the hour', async () => {
    await anUrgentMessage()
    await hourIsOver()
    const told = () => owned(`select from asks.told_to where step = 4 and worker_id = '${writer.workerId}'`)
    for (let i = 0; i < 3; i++)
      await tellAsks(database.jobs, readSettings({}), {
        at: await nextWorkingDay(database, '06:30'),
        everything: i === 0,
      })
    expect(await told()).toHaveLength(1)
  })

  test('is told to the head of who is asked when the hour is over, at once, by the rules of work; they read nothing by it', async () => {
    await owned(`insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent,
        answer_days_usual, review_every_months, meeting_every_months, deputy_told_after, head_told_after, leader_told_after)
      values (gen_random_uuid(), '${partnership.id}', tstzrange(now(), null), splot.today_pl(), 0, 2, 7, 3, 1, 1, 3, 7)`)
    await anUrgentMessage()
    const told = async (at: string) => {
      await tellAsks(database.jobs, readSettings({}), {
        at: await nextWorkingDay(database, at),
        everything: true,
      })
      return owned<{ id: string; step: number }>(
        'select worker_id as id, step from asks.told_to where step between 1 and 3',
      )
    }
    expect(await told('03:30')).toEqual([])
    await hourIsOver()
    const { head } = partnership.of(police)
    expect(await told('03:30')).toEqual([{ id: head.workerId, step: 2 }])
    expect(await waitFor(head)).toEqual([])
    expect(await told('07:30')).toHaveLength(1)
  })

  test('ends with the matter, and with the case', async () => {
    const { matter } = await anUrgentMessage()
    await done(answerOf(database, writer, sql`messages.settle_matter(${matter}, null)`))
    expect(await waitFor(officer)).toEqual([])
    await done(answerOf(database, writer, sql`messages.take_up_again(${matter})`))
    expect(await waitFor(officer)).toEqual(['urgent-message'])
    await done(answerOf(database, writer, sql`cases.close(${family.id}, 'need_solved', null, '{}')`))
    expect(await waitFor(officer)).toEqual([])
  })

  test('waits for whom a consent opens it to, from minute to minute', async () => {
    const basis = await aConsent(database, family, { about: family.child, to: partnership.of(police) })
    const { message } = await anUrgentMessage({ class: 'file', about: [family.child.id] })
    const reads = async () =>
      (
        await acting(
          database,
          officer,
          (db) => sql`select from messages.message where id = ${message}`.execute(db),
          { within: family.id },
        )
      ).rows.length
    expect(await reads()).toBe(1)
    expect(await waitFor(officer)).toEqual(['urgent-message'])
    await done(answerOf(database, writer, sql`consents.withdraw(${basis}, 'ustnie')`))
    expect(await reads()).toBe(0)
    expect(await waitFor(officer)).toEqual([])
  })
})

describe('a message outside', () => {
  test('is read and answered by who answers there, without a trace of the case', async () => {
    const outside = partnership.of(school)
    await owned(
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'duty', tstzrange(now(), null), $4)`,
      [randomUUID(), outside.id, outside.workers[0].workerId, outside.head.workerId],
    )
    const { message, matter } = await anUrgentMessage({ to: [], outside: [outside.id] })
    const [reader, other] = outside.workers
    const seen = (worker: Worker, of: string) =>
      acting(database, worker, async (db) => (await sql`select from ${sql.raw(of)}`.execute(db)).rows.length)
    expect(await waitFor(reader)).toEqual(['letter'])
    expect(await seen(reader, 'messages.message')).toBe(1)
    for (const of of ['messages.matter', 'messages.reader', 'cases."case"'])
      expect(await seen(reader, of)).toBe(0)
    expect(await seen(other, 'messages.message')).toBe(0)
    const held = await owned('select from access.granted where worker_id = $1 and scope_id = $2', [
      reader.workerId,
      family.id,
    ])
    expect(held).toEqual([])
    const [{ id }] = (await owned<{ id: string }>('select id from messages.addressee where message_id = $1', [
      message,
    ])) as [{ id: string }]
    await doing(database, reader, (work) => acknowledge(work, id, { answer: 'take', words: 'Przyjedziemy.' }))
    expect(await waitFor(reader)).toEqual([])
    await done(answerOf(database, writer, sql`messages.settle_matter(${matter}, null)`))
    expect(await seen(reader, 'messages.message')).toBe(0)
  })

  test('goes without a name that its writer knows', async () => {
    await expect(
      anUrgentMessage({ to: [], outside: [partnership.of(school).id], words: 'Kto zawiezie Zosię?' }),
    ).rejects.toThrow('words-name-somebody')
  })
})
