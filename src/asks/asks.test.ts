import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { appointCoordinator } from '../cases/appoint-coordinator.ts'
import { answerInvitation, delegateInvitation, exclude, invite } from '../cases/team.ts'
import { passOn } from '../concerns/answer-concern.ts'
import { whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { anAskedItem } from '../proof/asked-item.ts'
import { aCase, aConcern, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  answerOf,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { remindableIn } from './questions.ts'
import { remind } from './remind.ts'
import { see } from './see.ts'

// What is asked waits for whoever answers now, in whatever part they do; what only the ask knows stays with it.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let head: Worker
let officer: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
  head = partnership.centre.head
  officer = partnership.of(police).workers[0]
})
afterAll(() => database.drop())

const own = <Row extends object>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)
const waits = (worker: Worker, kind: string) =>
  doing(database, worker, (work) => work.all(whoWaitsForMe)).then((all) =>
    all.filter((ask) => ask.kind === kind),
  )
const awaits = (worker: Worker, kind: string) =>
  doing(database, worker, (work) => work.all(whomIWaitFor)).then((all) =>
    all.filter((ask) => ask.kind === kind),
  )
const invited = async (worker: Worker) => {
  const id = randomUUID()
  await doing(database, family.coordinator, (work) =>
    invite(work, family.id, { people: [{ id, workerId: worker.workerId }], asked: 'Czy pomożesz?' }),
  )
  return id
}
const fate = async (subject: string) =>
  own<{ outcome: string | null; answer: string | null; handed_on_as: string | null }>(
    'select outcome, answer, handed_on_as from asks.ask where subject_id = $1 order by asked_at, id',
    subject,
  )
const askAbout = async (subject: string) =>
  (await own<{ id: string }>('select id from asks.ask where subject_id = $1', subject))[0]!.id
const asked = async (to = partnership.of(school)) => (await anAskedItem(database, family, { to })).point

describe('an ask', () => {
  test('ends with its answer, and is no longer waited for', async () => {
    const id = await invited(officer)
    expect(await waits(officer, 'invitation')).toMatchObject([{ id, what: 'Czy pomożesz?' }])
    await doing(database, officer, (work) =>
      answerInvitation(work, id, { answer: 'declined', reason: 'Znam tę rodzinę.' }),
    )
    expect(await waits(officer, 'invitation')).toEqual([])
    expect(await awaits(family.coordinator, 'invitation')).toEqual([])
    expect(await fate(id)).toEqual([{ outcome: 'answered', answer: 'declined', handed_on_as: null }])
  })

  test('that is handed to a colleague waits for them, and knows as what it goes on', async () => {
    const [first, second] = partnership.of(police).workers
    await own(
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'duty', tstzrange(now(), null), $4)`,
      randomUUID(),
      first.institutionId,
      first.workerId,
      partnership.of(police).head.workerId,
    )
    const [id, next] = [await invited(first), randomUUID()]
    await doing(database, first, (work) =>
      delegateInvitation(work, id, { id: next, workerId: second.workerId }),
    )
    expect(await waits(first, 'invitation')).toEqual([])
    expect(await waits(second, 'invitation')).toMatchObject([{ id: next }])
    expect(await fate(id)).toMatchObject([{ outcome: 'handed_on', handed_on_as: next }])
  })

  test('is told as read once whoever is asked has opened it', async () => {
    const id = await invited(officer)
    expect(await awaits(family.coordinator, 'invitation')).toMatchObject([{ id, seenAt: null }])
    await doing(database, partnership.of(school).workers[0], async (work) =>
      see(work, 'invitation', family.id),
    )
    expect(await awaits(family.coordinator, 'invitation')).toMatchObject([{ id, seenAt: null }])
    await doing(database, officer, async (work) => see(work, 'invitation', family.id))
    expect(await awaits(family.coordinator, 'invitation')).toMatchObject([{ id, seenAt: expect.any(String) }])
  })

  test('sleeps while nobody may answer, still waited for, and wakes', async () => {
    const id = await asked()
    const teachers = partnership.of(school)
    expect(await waits(teachers.head, 'referral')).toMatchObject([{ id }])
    const pause = randomUUID()
    await own(
      `insert into partnerships.membership_suspension (id, membership_id, period, reason) values ($1, $2, tstzrange(now(), null), 'przerwa')`,
      pause,
      teachers.membershipId,
    )
    for (const worker of [teachers.head, ...teachers.workers])
      expect(await waits(worker, 'referral')).toEqual([])
    expect(await awaits(family.coordinator, 'referral')).toMatchObject([{ id }])
    await own(
      'update partnerships.membership_suspension set period = tstzrange(lower(period), now()) where id = $1',
      pause,
    )
    expect(await waits(teachers.head, 'referral')).toMatchObject([{ id }])
  })

  test('never waits for whoever is kept out of the family', async () => {
    const id = await invited(officer)
    expect(await waits(officer, 'invitation')).toMatchObject([{ id }])
    await doing(database, head, (work) =>
      exclude(work, family.id, { id: randomUUID(), workerId: officer.workerId, kind: 'kin' }),
    )
    expect(await waits(officer, 'invitation')).toEqual([])
    const service = await asked()
    const teachers = partnership.of(school)
    await doing(database, head, (work) =>
      exclude(work, family.id, { id: randomUUID(), workerId: teachers.head.workerId, kind: 'neighbour' }),
    )
    expect(await waits(teachers.head, 'referral')).toEqual([])
    expect(await awaits(family.coordinator, 'referral')).toMatchObject([{ id: service }])
  })

  test('is seen only from its instant on, when only the clock moved', async () => {
    const contract = randomUUID()
    await own(
      `insert into asks.ask (kind, subject_id, scope_id, part, institution_id, opens, asked_at, answer_by, stands)
       values ('approval', $1, $2, 'head', $3, 'head', now(), splot.today_pl() + 7, tstzrange(now() + interval '700 milliseconds', null))`,
      contract,
      family.id,
      partnership.centre.id,
    )
    expect(await waits(head, 'approval')).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(await waits(head, 'approval')).toMatchObject([{ id: contract }])
  })

  test('stands once: of the same asked of the same there is never a second', async () => {
    const id = await invited(officer)
    await expect(
      own(
        `insert into asks.ask (kind, subject_id, part, institution_id, worker_id, asked_at, answer_by, stands)
         select kind, subject_id, part, institution_id, worker_id, now(), answer_by, tstzrange(now(), null) from asks.ask where subject_id = $1`,
        id,
      ),
    ).rejects.toThrow('one_at_a_time')
  })
})

describe('what a slice says of its asks', () => {
  const tells = (columns: string) => own(`select asks.wants('asks.told_for_a_test', $1)`, `select ${columns}`)
  const needed = `now() as asked_at, 'head' as part, splot.today_pl() as answer_by, null as outcome, null::timestamptz as ended_at,
    tstzrange(now(), null) as stands, '00000000-0000-4000-8000-000000000002'::uuid as institution_id`

  test('goes by the names of its columns, and none is forgotten or unknown', async () => {
    await expect(tells(needed)).rejects.toThrow('asks.told_for_a_test must tell {subject_id')
    const subject = `'00000000-0000-4000-8000-000000000001'::uuid as subject_id`
    await expect(tells(`${needed}, ${subject}, null::uuid as asker`)).rejects.toThrow('but tells')
    await tells(`${needed}, ${subject}`)
    expect(
      await own('select w.subject_id, w.institution_id, w.worker_id from asks.told_for_a_test() w'),
    ).toEqual([
      {
        subject_id: '00000000-0000-4000-8000-000000000001',
        institution_id: '00000000-0000-4000-8000-000000000002',
        worker_id: null,
      },
    ])
  })
})

describe('a family without a coordinator', () => {
  test('waits for the head of whoever leads it, until one is appointed', async () => {
    await own(
      `update cases.coordinator set period = tstzrange(lower(period), now()) where case_id = $1`,
      family.id,
    )
    expect(await waits(head, 'coordinator')).toMatchObject([{ scopeId: family.id, from: null }])
    await doing(database, head, (work) =>
      appointCoordinator(work, family.id, {
        id: randomUUID(),
        workerId: partnership.centre.workers[2].workerId,
      }),
    )
    expect(await waits(head, 'coordinator')).toEqual([])
    expect((await fate(family.id)).at(-1)).toMatchObject({ outcome: 'answered', answer: 'appointed' })
  })
})

describe('a concern', () => {
  const passed = async (from: Worker, id: string, to: string) => {
    const next = randomUUID()
    await doing(database, from, (work) => passOn(work, id, { concernId: next, to, reason: 'Bliżej szkoły.' }))
    return next
  }

  test('waits for intake, is awaited by who sent it, and goes on with another institution', async () => {
    const sender = partnership.of(police).workers[1]
    const id = await aConcern(database, partnership, { by: sender })
    expect(await waits(head, 'concern')).toMatchObject([{ id, fromInstitution: 'Komenda Zmyślona' }])
    expect(await awaits(sender, 'concern')).toMatchObject([
      { id, institution: 'Ośrodek Zmyślony', usedDays: 0 },
    ])
    const next = await passed(head, id, partnership.of(school).id)
    expect(await waits(head, 'concern')).toEqual([])
    expect(await waits(partnership.of(school).head, 'concern')).toMatchObject([{ id: next }])
    expect(await fate(id)).toMatchObject([{ outcome: 'handed_on', handed_on_as: next }])
  })

  test('of violence looks like any other in the day, and goes with whoever leads', async () => {
    const sender = partnership.of(police).workers[1]
    const plain = await aConcern(database, partnership, { by: sender })
    const violence = await aConcern(database, partnership, { by: sender, worries: ['domestic_violence'] })
    const shown = (await waits(head, 'concern')).map(({ id, due, ...rest }) => rest)
    expect(shown).toHaveLength(2)
    expect(shown[0]).toEqual(shown[1])
    await own(
      'update partnerships.partnership set leading_institution_id = $1 where id = $2',
      partnership.of(school).id,
      partnership.id,
    )
    expect((await waits(partnership.of(school).head, 'concern')).map(({ id }) => id)).toEqual([violence])
    expect((await waits(head, 'concern')).map(({ id }) => id)).toEqual([plain])
    expect(await fate(violence)).toMatchObject([
      { outcome: 'handed_on', handed_on_as: violence },
      { outcome: null },
    ])
  })

  test('whose case was opened by mistake waits again', async () => {
    await own(
      'update concerns.concern set state = $2, answered_at = null, answered_by = null, case_id = null, began = false where id = $1',
      family.concernId,
      'new',
    )
    expect((await waits(head, 'concern')).map(({ id }) => id)).toEqual([family.concernId])
    expect(await fate(family.concernId)).toMatchObject([
      { outcome: 'answered', answer: 'taken_up' },
      { outcome: null },
    ])
  })
})

describe('a locked entry', () => {
  test('is awaited without a word of who keeps it, saw it or answers', async () => {
    await onTheTeam(database, family, partnership.of(school).workers[0])
    await own(
      `insert into timeline.entry_request (id, scope_id, institution_id, entry_id, subject_id, why, asked_by)
       values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), 'Do oceny.', $4)`,
      randomUUID(),
      family.id,
      partnership.of(school).id,
      family.coordinator.workerId,
    )
    await own(
      `update asks.ask set seen_at = now(), seen_by = $2 where kind = 'entry' and scope_id = $1`,
      family.id,
      officer.workerId,
    )
    const [ask] = await awaits(family.coordinator, 'entry')
    expect(ask).toMatchObject({
      worker: null,
      institution: null,
      institutionKind: null,
      phone: null,
      seenAt: null,
      remindable: null,
    })
  })
})

describe('a reminder', () => {
  test('goes once a day, by whoever waits and for what still waits', async () => {
    const id = await asked()
    const ask = await askAbout(id)
    const reminds = (worker: Worker) => doing(database, worker, (work) => remind(work, ask))
    const remindable = (worker: Worker) =>
      doing(database, worker, (work) => work.all(remindableIn(family.id)))
    expect(await remindable(family.coordinator)).toEqual([
      { id: ask, aboutId: id, remindedOn: null, against: null },
    ])
    for (const other of [officer, partnership.of(school).head])
      await expect(reminds(other)).rejects.toThrow('http:not-found')
    await reminds(family.coordinator)
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
    const reminded = { id: ask, remindedOn: today, against: 'reminded-today' }
    expect(await awaits(family.coordinator, 'referral')).toMatchObject([{ id, remindable: reminded }])
    expect(await remindable(family.coordinator)).toEqual([{ ...reminded, aboutId: id }])
    for (const other of [officer, partnership.of(school).head]) expect(await remindable(other)).toEqual([])
    await expect(reminds(family.coordinator)).rejects.toThrow('asks:reminded-today')
    await own('update baskets.item set removed_at = now() where point_id = $1', id)
    await expect(reminds(family.coordinator)).rejects.toThrow('asks:nothing-to-remind-of')
    expect(
      await answerOf(
        database,
        family.coordinator,
        sql`asks.remind(${await askAbout(family.concernId)}) ->> 'obstacle'`,
      ),
    ).toBe('not-found')
  })
})
