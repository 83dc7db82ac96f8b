import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { tellAsks } from '../asks/tell-asks.ts'
import { found, newsSince } from '../day/questions.ts'
import { delegate, endWork } from '../institutions/keep-workers.ts'
import { journalOf, looksIn } from '../oversight/questions.ts'
import { openWorkBefore } from '../partnerships/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase } from '../proof/database.ts'
import { nextWorkingDay } from '../proof/mornings.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  doing,
  onePerson,
  type Partnership,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { answerPoint, beginPoint, finishPoint } from './answer-point.ts'
import { oursOf, pointsOf, referralById } from './questions.ts'
import { sendReferral } from './send-referral.ts'
import { complete, withdraw, withdrawBasis } from './withdraw.ts'

// The school refers a pupil to the clinic. Who reads what of it, while it goes on and once it is over, wherever Splot keeps
// a word of it.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let teacher: Worker
/** Answers for the clinic. */
let answering: Worker
let colleague: Worker
let headThere: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school, clinic)
  teacher = partnership.of(school).workers[0]
  ;[answering, colleague] = partnership.of(clinic).workers
  headThere = partnership.of(clinic).head
  await givesDuty(headThere, answering)
})

const givesDuty = (by: Worker, to: Worker) =>
  doing(database, by, (work) => delegate(work, { id: randomUUID(), workerId: to.workerId, part: 'duty' }))

type Sent = { id: string; points: string[] }
async function sends({
  points = 1,
  keptFrom = [] as string[],
  until = addDays(today(), 90),
  urgency = 'usual' as 'usual' | 'urgent',
} = {}): Promise<Sent> {
  const id = randomUUID()
  const asked = Array.from({ length: points }, (_, i) => ({ id: randomUUID(), what: `Prośba ${i + 1}` }))
  await doing(database, teacher, (work) =>
    sendReferral(work, {
      id,
      partnershipId: partnership.id,
      to: partnership.of(clinic).id,
      aboutAs: 'boy',
      age: 9,
      urgency,
      who: 'Jan Zmyślony',
      phone: '500 000 999',
      words: 'Jan unika czytania.',
      points: asked,
      basis: 'representative',
      agreedBy: 'Ewa Zmyślona',
      agreedAs: 'mama',
      agreedForm: 'paper_signed',
      agreedOn: today(),
      until,
      keptFrom,
    }),
  )
  return { id, points: asked.map((each) => each.id) }
}

type Answer = Parameters<typeof answerPoint>[2]
const says = (by: Worker, point: string, answer: Answer) =>
  doing(database, by, (work) => answerPoint(work, point, answer))

/** What is told on somebody's day of what stops, and whether a letter is. */
async function hearsThatItStops(worker: Worker) {
  const news = await doing(database, worker, (work) => work.all(newsSince(worker.workerId)))
  const { rows } = await asOwner(database.ownerUrl, (client) =>
    client.query(`select from asks.notice where kind = 'referral-stopped' and worker_id = $1`, [
      worker.workerId,
    ]),
  )
  return [
    ...news.map(({ verb, institution, family }) => `${verb} ${institution} ${family}`),
    `${rows.length} letters`,
  ]
}

describe('who does what was taken on hears that it stops, and nothing of whom', () => {
  test.each([
    [
      'the consent is withdrawn',
      'referral.basis-withdrawn',
      (sent: Sent) => doing(database, teacher, (work) => withdrawBasis(work, sent.id)),
    ],
    [
      'it is taken back',
      'referral.withdrawn',
      (sent: Sent) =>
        doing(database, teacher, (work) =>
          withdraw(work, sent.id, { points: sent.points, reason: 'plan_changed' }),
        ),
    ],
  ] as const)('when %s', async (_, verb, stop) => {
    const sent = await sends()
    await says(answering, sent.points[0]!, { answer: 'accepted', handledBy: colleague.workerId })
    expect(await hearsThatItStops(colleague)).toEqual(['0 letters'])
    await stop(sent)
    for (const worker of [answering, colleague])
      expect(await hearsThatItStops(worker)).toEqual([
        expect.stringMatching(`^${verb} .* null$`),
        '1 letters',
      ])
    expect(await hearsThatItStops(headThere)).toEqual(['0 letters'])
    expect(await seenBy(colleague, sent)).toBe('nothing')
  })

  test('what nobody took on stops for nobody', async () => {
    const sent = await sends()
    await doing(database, teacher, (work) => withdrawBasis(work, sent.id))
    expect(await hearsThatItStops(answering)).toEqual(['0 letters'])
  })
})

/** What somebody reads of a referral: "request", "file", or nothing; and whether it waits for their answer. */
async function seenBy(worker: Worker, { id }: Sent) {
  const found = await doing(database, worker, (work) => work.find(referralById(id)))
  const waits = await acting(database, worker, async (db) => {
    const { rows } = await sql<{
      kind: string
    }>`select kind from asks.waiting_for_me() where scope_id = ${id}`.execute(db)
    return rows.map(({ kind }) => kind)
  })
  return [found ? (found.particulars ? 'file' : 'request') : 'nothing', ...waits].join(', ')
}
const ours = (worker: Worker, { id }: Sent) =>
  doing(database, worker, (work) => work.all(oursOf(id)).then((said) => said.map(({ words }) => words)))
const journalSeenBy = (worker: Worker, { id }: Sent) =>
  acting(database, worker, async (db) => {
    const { rows } = await sql<{
      verb: string
    }>`select verb from journal.entry where scope_id = ${id} order by at`.execute(db)
    return rows.map(({ verb }) => verb)
  })
const holdsAnything = (worker: Worker, { id }: Sent) =>
  answerOf<boolean>(database, worker, sql`access.i_hold_any(array[${id}]::uuid[])`)
const keepsDraft = (worker: Worker, form: string) =>
  answerOf<boolean>(database, worker, sql`drafts.keep(${form}, '{}', 'x')`)

test('before an answer the receiver reads what is asked and no name, nor who agreed, nor words', async () => {
  const it = await sends()
  expect(await seenBy(answering, it)).toBe('request, referral')
  expect(await seenBy(teacher, it)).toBe('file')
  for (const other of [colleague, headThere, partnership.centre.head, partnership.of(school).head])
    expect(await seenBy(other, it)).toBe('nothing')
})

test('declined, nothing of it is left to the receiver: no row, no journal, no draft, no question', async () => {
  const it = await sends()
  await says(answering, it.points[0]!, {
    answer: 'declined',
    reason: 'no_capacity',
    words: 'Nie mamy miejsc.',
  })
  expect(await seenBy(answering, it)).toBe('nothing')
  expect(await holdsAnything(answering, it)).toBe(false)
  expect(await ours(answering, it)).toEqual([])
  expect(await journalSeenBy(answering, it)).toEqual([])
  expect(await keepsDraft(answering, `point/${it.points[0]}/answer/accepted`)).toBe(false)
  expect(await journalSeenBy(teacher, it)).toEqual(['referral.sent', 'referral.declined'])
})

test('a search finds it by name for who sent it and who took it on, and for nobody else', async () => {
  const it = await sends()
  const finds = (worker: Worker) =>
    doing(database, worker, async (work) =>
      (await work.all(found('zmyslony')))
        .filter(({ kind }) => kind === 'referral')
        .map(({ id }) => id === it.id),
    )
  expect(await finds(answering)).toEqual([])
  await says(answering, it.points[0]!, { answer: 'accepted' })
  expect((await finds(answering)).includes(true)).toBe(true)
  expect((await finds(teacher)).includes(true)).toBe(true)
  for (const other of [colleague, headThere]) expect(await finds(other)).toEqual([])
})

test('each step is news to who sent it, in the words of the receiver, and to nobody else', async () => {
  const it = await sends()
  await says(answering, it.points[0]!, { answer: 'accepted', words: 'Przyjmujemy.' })
  const news = async (worker: Worker) =>
    (await doing(database, worker, (work) => work.all(newsSince(worker.workerId)))).flatMap(
      ({ verb, told, to }) => (to === `/referrals/${it.id}` ? [[verb, told]] : []),
    )
  expect(await news(teacher)).toEqual([['referral.accepted', { words: 'Przyjmujemy.' }]])
  for (const other of [answering, colleague, headThere, partnership.of(school).head])
    expect(await news(other)).toEqual([])
})

test('taken on, the receiver reads who it is, and who handles it does; nobody else there', async () => {
  const it = await sends({ points: 2 })
  await says(answering, it.points[0]!, { answer: 'accepted', handledBy: colleague.workerId })
  expect(await seenBy(answering, it)).toBe('file, referral')
  expect(await seenBy(colleague, it)).toBe('file, referral')
  expect(await seenBy(headThere, it)).toBe('nothing')
})

test('two weeks after the last of it was done the receiver reads nothing but its own words', async () => {
  const it = await sends()
  await says(answering, it.points[0]!, { answer: 'accepted', words: 'Przyjmujemy.' })
  await doing(database, answering, (work) => beginPoint(work, it.points[0]!, { on: today() }))
  await doing(database, answering, (work) =>
    finishPoint(work, it.points[0]!, { on: today(), outcome: 'reached', words: 'Udało się.' }),
  )
  expect(await seenBy(answering, it)).toBe('file')
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      'update referrals.point set begun_on = begun_on - 20, ended_on = ended_on - 15 where referral_id = $1',
      [it.id],
    ),
  )
  // It was answered a moment ago in this test: what was taken on is read until then at least.
  expect(await seenBy(answering, it)).toBe('nothing')
  expect(await ours(answering, it)).toEqual(['Przyjmujemy.', null, 'Udało się.'])
  expect(await ours(colleague, it)).toEqual([])
  expect(await seenBy(teacher, it)).toBe('file')
})

test('the consent is withdrawn: what was asked is withdrawn, what goes on stops, own words stay', async () => {
  const it = await sends({ points: 2 })
  await says(answering, it.points[0]!, { answer: 'accepted', words: 'Przyjmujemy.' })
  await doing(database, teacher, (work) => withdrawBasis(work, it.id))
  expect(await seenBy(answering, it)).toBe('nothing')
  expect(await journalSeenBy(answering, it)).toEqual([])
  expect(await ours(answering, it)).toEqual(['Przyjmujemy.'])
  const states = await acting(database, teacher, async (db) => {
    const { rows } = await sql<{ state: string }>`
      select referrals.state_of(p, referrals.basis_holds(r) @> clock_timestamp()) as state
      from referrals.point p join referrals.referral r on r.id = p.referral_id where r.id = ${it.id} order by p.n`.execute(
      db,
    )
    return rows.map(({ state }) => state)
  })
  expect(states).toEqual(['stopped', 'withdrawn'])
  for (const deed of [
    () => doing(database, answering, (work) => beginPoint(work, it.points[0]!, { on: today() })),
    () => says(answering, it.points[1]!, { answer: 'accepted' }),
  ])
    await expect(deed()).rejects.toMatchObject({ status: expect.any(Number) })
})

test('an institution leaves: nothing of it is read at the other end; the sender reads what they sent', async () => {
  for (const leaving of [school, clinic]) {
    const it = await sends({ points: 2 })
    await says(answering, it.points[0]!, { answer: 'accepted', words: 'Tak.' })
    const member = partnership.of(leaving)
    await answerOf(
      database,
      member.head,
      sql`partnerships.end_membership(${member.membershipId}, 'odchodzimy')`,
    )
    expect(await seenBy(answering, it)).toBe('nothing')
    expect(await seenBy(teacher, it)).toBe('file')
    const [told] = await doing(database, teacher, (work) => work.all(pointsOf(it.id)))
    expect(told!.said.map(({ words }) => words)).toEqual(['Tak.'])
    const { rows } = await asOwner(database.ownerUrl, (client) =>
      client.query(
        'select withdrawn_because as because from referrals.point where referral_id = $1 order by n',
        [it.id],
      ),
    )
    expect(rows).toEqual([{ because: null }, { because: 'left_partnership' }])
    partnership = await aPartnership(database).with(school, clinic)
    teacher = partnership.of(school).workers[0]
    ;[answering, colleague] = partnership.of(clinic).workers
    headThere = partnership.of(clinic).head
    await givesDuty(headThere, answering)
  }
})

test('the sender’s work ends: the head there reads on and is asked to complete; the sender reads nothing', async () => {
  const it = await sends({ points: 2 })
  await says(answering, it.points[0]!, { answer: 'returned', reason: 'unclear_goal' })
  expect(await seenBy(teacher, it)).toBe('file, completion')
  const head = partnership.of(school).head
  await doing(database, head, (work) => endWork(work, teacher.workerId))
  expect(await seenBy(head, it)).toBe('file, completion')
  expect(await seenBy(teacher, it)).toBe('nothing')
  await doing(
    database,
    head,
    (work) =>
      complete(work, it.id, { points: [{ id: it.points[0]!, what: 'Diagnoza' }], words: 'Diagnoza.' }),
    { version: 1 },
  )
  expect(await seenBy(answering, it)).toBe('request, referral, referral')
})

test('who handled it works there no more: they read nothing, and it is handled by nobody', async () => {
  const it = await sends()
  await says(answering, it.points[0]!, { answer: 'accepted', handledBy: colleague.workerId })
  await doing(database, headThere, (work) => endWork(work, colleague.workerId))
  expect(await seenBy(colleague, it)).toBe('nothing')
  expect(await seenBy(answering, it)).toBe('file')
})

test('the list goes by how urgent it is, then by the day; a place is told to who sent it and who took it on', async () => {
  const sent = [await sends(), await sends(), await sends({ urgency: 'urgent' })]
  for (const { points } of sent)
    await says(answering, points[0]!, { answer: 'waiting', expectedOn: addDays(today(), 30) })
  const placeSeenBy = (worker: Worker) =>
    acting(database, worker, async (db) => {
      const places = []
      for (const { points } of sent) {
        const { rows } = await sql<{ place: number; among: number }>`
          select place, among from referrals.place_on_list(${points[0]!})`.execute(db)
        places.push(rows.map(({ place, among }) => `${place} of ${among}`).join())
      }
      return places
    })
  expect(await placeSeenBy(teacher)).toEqual(['2 of 3', '3 of 3', '1 of 3'])
  expect(await placeSeenBy(answering)).toEqual(['2 of 3', '3 of 3', '1 of 3'])
  expect(await placeSeenBy(colleague)).toEqual(['', '', ''])
  await doing(database, answering, (work) => beginPoint(work, sent[2]!.points[0]!, { on: today() }))
  expect(await placeSeenBy(teacher)).toEqual(['1 of 2', '2 of 2', ''])
})

test('all of it is taken back: the receiver reads nothing of it', async () => {
  const it = await sends({ points: 2 })
  await says(answering, it.points[0]!, { answer: 'waiting', expectedOn: addDays(today(), 30) })
  await doing(database, teacher, (work) =>
    withdraw(work, it.id, { points: it.points, reason: 'plan_changed' }),
  )
  expect(await seenBy(answering, it)).toBe('nothing')
})

test('whom the sender keeps from it hears of it nowhere, at no job of theirs, also as an officer', async () => {
  const it = await sends({ keptFrom: [answering.workerId] })
  expect(await seenBy(answering, it)).toBe('nothing')
  expect(await holdsAnything(answering, it)).toBe(false)
  // Nobody else answers there: its head does.
  expect(await seenBy(headThere, it)).toBe('request, referral')
  const settings = readSettings({})
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `update institutions.worker set email = id || '@cwiczenia.example' where institution_id = $1`,
      [partnership.of(clinic).id],
    ),
  )
  await tellAsks(database.jobs, settings, { at: await nextWorkingDay(database, '07:30'), everything: true })
  const { rows } = await asOwner(database.ownerUrl, (client) =>
    client.query(
      'select t.worker_id as id from asks.told_to t join asks.ask a on a.id = t.ask_id where a.scope_id = $1',
      [it.id],
    ),
  )
  for (const { id } of rows) expect(id).not.toBe(answering.workerId)
})

test('a job of theirs that is known later is kept from it too', async () => {
  const it = await sends({ keptFrom: [colleague.workerId] })
  const head = partnership.of(school).head
  await doing(database, head, (work) => endWork(work, teacher.workerId))
  expect(await seenBy(head, it)).toBe('file')
  await onePerson(database, colleague, head)
  expect(await seenBy(head, it)).toBe('nothing')
})

test('all are kept from it: it is not sent', async () => {
  await expect(
    sends({ keptFrom: [...partnership.of(clinic).workers, headThere].map(({ workerId }) => workerId) }),
  ).rejects.toMatchObject({ name: 'referrals:nobody-may-read' })
})

test('officers of the receiver find deeds and looks of their own people, without a word of it', async () => {
  const officer = partnership.of(clinic).workers[3]
  await doing(database, headThere, (work) =>
    delegate(work, { id: randomUUID(), workerId: officer.workerId, part: 'auditor' }),
  )
  const it = await sends()
  await doing(database, answering, (work) => work.look(it.id, 'referral'))
  await says(answering, it.points[0]!, { answer: 'declined', reason: 'no_capacity' })
  const found = await doing(database, officer, async (work) => ({
    deeds: (await work.all(journalOf({ limit: 50 }))).filter(({ scopeId }) => scopeId === it.id),
    looks: (await work.all(looksIn({ limit: 50 }))).filter(({ scopeId }) => scopeId === it.id),
  }))
  expect(found.deeds.map(({ verb, kind }) => [verb, kind])).toEqual([['referral.declined', 'referral']])
  expect(found.looks).toHaveLength(1)
  // An officer handles nothing.
  const next = await sends()
  await expect(
    says(answering, next.points[0]!, { answer: 'accepted', handledBy: officer.workerId }),
  ).rejects.toMatchObject({ name: 'referrals:works-elsewhere' })
})

test('letters name nobody, and silence is told by the rules of work to deputy, head and leader', async () => {
  const it = await sends()
  await asOwner(database.ownerUrl, async (client) => {
    await client.query(`update institutions.worker set email = id || '@cwiczenia.example'`)
    await client.query(
      `insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent, answer_days_usual, review_every_months, meeting_every_months)
       values ($1, $2, tstzrange(now() - interval '1 year', null), splot.today_pl(), 0, 2, 7, 3, 1)`,
      [randomUUID(), partnership.id],
    )
    await client.query(
      `update asks.ask set asked_at = asked_at - interval '60 days', answer_by = answer_by - 60, stands = tstzrange(lower(stands) - interval '60 days', upper(stands)) where scope_id = $1`,
      [it.id],
    )
  })
  await tellAsks(database.jobs, readSettings({}), {
    at: await nextWorkingDay(database, '07:30'),
    everything: true,
  })
  const told = await asOwner(database.ownerUrl, (client) =>
    client.query(
      'select t.worker_id as id, step from asks.told_to t join asks.ask a on a.id = t.ask_id where a.scope_id = $1 order by step',
      [it.id],
    ),
  )
  expect(told.rows).toEqual([
    { id: answering.workerId, step: 0 },
    { id: headThere.workerId, step: 2 },
    { id: partnership.centre.head.workerId, step: 3 },
  ])
  const letters = await asOwner(database.ownerUrl, (client) => client.query('select body from mail.letter'))
  for (const { body } of letters.rows) expect(body).not.toMatch(/Jan |Ewa|Prośba|500 000/)

  // The rules ask the head now: they read what is asked and answer it; who leads learns of the silence alone.
  expect(await seenBy(headThere, it)).toBe('request, referral')
  expect(await seenBy(partnership.centre.head, it)).toBe('nothing')
  await says(headThere, it.points[0]!, { answer: 'accepted' })
  expect(await seenBy(headThere, it)).toBe('file')
})

test('a head who was told of silence reads no more than what was asked, when somebody else takes it on', async () => {
  const it = await sends()
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into asks.told_to (ask_id, worker_id, step) select a.id, $2, 2 from asks.ask a where a.scope_id = $1`,
      [it.id, headThere.workerId],
    ),
  )
  expect(await seenBy(headThere, it)).toBe('request, referral')
  for (const point of it.points) await says(answering, point, { answer: 'accepted' })
  expect(await seenBy(headThere, it)).toBe('nothing')
})

test('silence about one point opens that one to the head, and nothing of the others', async () => {
  const it = await sends({ points: 3 })
  const [quiet, other, answered] = it.points as [string, string, string]
  await says(answering, answered, { answer: 'returned', reason: 'unclear_goal', words: 'O kogo pytać?' })
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into asks.told_to (ask_id, worker_id, step) select a.id, $2, 2 from asks.ask a where a.subject_id = $1`,
      [quiet, headThere.workerId],
    ),
  )
  const points = async (worker: Worker) =>
    (await doing(database, worker, (work) => work.all(pointsOf(it.id)))).map(({ id }) => id)
  const answers = (point: string) =>
    says(headThere, point, { answer: 'accepted' }).then(
      () => 'done',
      (error: Error) => error.name,
    )
  expect(await seenBy(headThere, it)).toBe('request, referral')
  expect(await points(headThere)).toEqual([quiet])
  expect(await points(answering)).toEqual(it.points)
  expect(await ours(headThere, it)).toEqual([])
  expect(await answers(other)).toBe('http:not-found')
  expect(await answers(quiet)).toBe('done')
  expect(await seenBy(headThere, it)).toBe('file')
  expect(await points(headThere)).toEqual([quiet])
  await says(answering, other, { answer: 'accepted' })
  const begins = (point: string) =>
    acting(database, headThere, async (db) => {
      const { rows } = await sql<{ answer: string | null }>`
        select referrals.take_step(${point}, (select version from referrals.point where id = ${point}), 'begun', splot.today_pl(), null, null, null) as answer`.execute(
        db,
      )
      return rows[0]!.answer
    })
  expect(await begins(other)).toBe('not-found')
  expect(await begins(quiet)).toBeNull()
})

test('what is attached is read by who reads who it is: there once something is taken on, until the consent is withdrawn', async () => {
  const it = await sends()
  const attaches = (by: Worker, more: object = {}) =>
    acting(database, by, async (db) => {
      const file = { scope_id: it.id, about_id: it.id, class: 'file', ...more }
      await sql`insert into files.file (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by)
        values (${randomUUID()}, ${file.scope_id}, ${file.about_id}, ${file.class}, 'opinia', 'application/pdf', 1, 'x', ${by.workerId})`.execute(
        db,
      )
    }).then(
      () => 'done',
      () => 'refused',
    )
  const reads = (worker: Worker) =>
    answerOf<number>(database, worker, sql`(select count(*)::int from files.file where scope_id = ${it.id})`)
  expect(await attaches(teacher)).toBe('done')
  expect(await attaches(answering)).toBe('refused')
  // Whom nothing narrows would read it before it is taken on.
  for (const more of [{ about_id: null }, { class: 'pointer' }])
    expect(await attaches(teacher, more)).toBe('refused')
  expect([await reads(teacher), await reads(answering)]).toEqual([1, 0])
  await says(answering, it.points[0]!, { answer: 'accepted' })
  expect(await attaches(answering)).toBe('done')
  expect([await reads(teacher), await reads(answering), await reads(headThere)]).toEqual([2, 2, 0])
  await doing(database, teacher, (work) => withdrawBasis(work, it.id))
  expect([await reads(teacher), await reads(answering)]).toEqual([2, 0])
})

test('before an institution leaves its head is told of referrals under way, by codes and who works on them alone', async () => {
  const before = (head: Worker, membership: string) =>
    doing(database, head, (work) => work.all(openWorkBefore(membership))).then((lines) =>
      lines.map(({ kind, worker, handedTo }) => [kind, worker, handedTo]),
    )
  const [asked, over, keptFromHead] = [
    await sends(),
    await sends(),
    await sends({ keptFrom: [headThere.workerId] }),
  ]
  await says(answering, over.points[0]!, { answer: 'declined', reason: 'no_capacity' })
  await says(answering, keptFromHead.points[0]!, { answer: 'accepted', handledBy: colleague.workerId })
  const { membershipId } = partnership.of(clinic)
  expect(await before(headThere, membershipId)).toEqual([['referral', null, null]])
  expect(await before(partnership.of(school).head, partnership.of(school).membershipId)).toHaveLength(2)
  for (const other of [answering, partnership.centre.head])
    expect(await before(other, membershipId)).toEqual([])
  await doing(database, teacher, (work) => withdrawBasis(work, asked.id))
  expect(await before(headThere, membershipId)).toEqual([])
})
