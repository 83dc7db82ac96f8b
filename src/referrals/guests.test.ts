import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { newsSince } from '../day/questions.ts'
import { codeFor, comeIn, digest, newLink } from '../guests/come-in.ts'
import { codeToTell, confirmAddress, makeCode } from '../guests/invite.ts'
import { guestById } from '../guests/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import type { Visit } from '../platform/http/visit.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase, testKeys } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { answerPoint } from './answer-point.ts'
import { dismissGuest, guestAnswers, guestPage, guestTakesStep, inviteGuest } from './guests.ts'
import { guestsOf, pointsOf } from './questions.ts'
import { sendReferral } from './send-referral.ts'
import { complete, withdraw, withdrawBasis } from './withdraw.ts'

// The school writes to somebody who is not in Splot, and a guest there answers by themselves: by a link and a code, on one page.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let teacher: Worker
let colleague: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school, police)
  ;[teacher, colleague] = partnership.of(school).workers
})

const rows = async <Row extends object>(query: string, values: unknown[] = []) =>
  (await asOwner(database.ownerUrl, (client) => client.query(query, values))).rows as Row[]
const refused = (error: Error) => (error.name === 'error' ? error.message : error.name)

let address: string
async function writes({ points = 1 } = {}) {
  const { to: _, ...letter } = aReferral(partnership, '')
  address = `${randomUUID()}@poradnia.example`
  const sent = {
    ...letter,
    phone: '500 000 000',
    points: Array.from({ length: points }, () => ({ id: randomUUID(), what: 'Badanie słuchu' })),
    outside: { name: 'Poradnia Dowolna' },
  }
  await doing(database, teacher, (work) => sendReferral(work, sent))
  return { id: sent.id, points: sent.points.map(({ id }) => id), guest: randomUUID() }
}
type Sent = Awaited<ReturnType<typeof writes>>

const names = ({ id, guest }: Sent, { by = teacher, confirmer = colleague } = {}) =>
  doing(database, by, (work) =>
    inviteGuest(work, id, {
      id: guest,
      name: 'Ada Wymyślona',
      role: 'sekretariat',
      email: address,
      confirmerId: confirmer.workerId,
    }),
  ).then(() => 'done', refused)
const confirms = ({ guest }: Sent, by = colleague, right = true) =>
  doing(database, by, (work) => confirmAddress(work, guest, right)).then(() => 'done', refused)

const letters = async () =>
  (
    await rows<{ words: string }>(
      `select subject || chr(10) || body as words from mail.letter where to_address = $1 order by id`,
      [address],
    )
  ).map(({ words }) => words)
const link = async () => /\/guest#(\S+)/.exec((await letters()).at(-1)!)![1]!

/** Opens the link by the code that who invited was shown; what the browser keeps then. */
async function opens({ guest }: Sent): Promise<Visit> {
  await doing(database, teacher, (work) => makeCode(work, guest))
  const token = await link()
  const visit = {
    kept: undefined as string | undefined,
    all: [],
    keep(_: string, kept: string) {
      visit.kept = kept
    },
    forget() {},
  }
  const [{ no } = { no: 0 }] = await rows<{ no: number }>(
    'select code_no as no from guests.way_in where guest_id = $1',
    [guest],
  )
  await comeIn(database, testKeys, visit, {
    id: randomUUID(),
    link: token,
    code: codeFor(testKeys, digest(token), no),
  })
  return visit
}

async function invited(asked: { points?: number } = {}) {
  const sent = await writes(asked)
  expect(await names(sent)).toBe('done')
  expect(await confirms(sent)).toBe('done')
  return { ...sent, visit: await opens(sent) }
}
type Invited = Awaited<ReturnType<typeof invited>>

const page = ({ visit }: Invited) => guestPage(database, visit).catch(refused)
type Answer = Parameters<typeof guestAnswers>[3]
const answers = ({ visit, points }: Invited, said: Answer = { answer: 'accepted' }, n = 0) =>
  guestAnswers(database, visit, points[n]!, said).then(() => 'done', refused)
const takes = (
  { visit, points }: Invited,
  step: Parameters<typeof guestTakesStep>[3],
  given: Parameters<typeof guestTakesStep>[4],
) => guestTakesStep(database, visit, points[0]!, step, given).then(() => 'done', refused)
const shown = ({ id }: Sent) => doing(database, teacher, (work) => work.all(pointsOf(id)))
const gone = 'guests:opens-nothing'

test('nothing leaves before a colleague confirmed the address, who reads nothing of the letter', async () => {
  const sent = await writes()
  expect(await names(sent)).toBe('done')
  expect(await letters()).toEqual([])
  expect(await confirms(sent, teacher)).not.toBe('done')
  const asked = await doing(database, colleague, (work) => work.find(guestById(sent.guest)))
  expect(asked).toMatchObject({ email: address, iConfirm: true, institution: 'Poradnia Dowolna' })
  expect(await doing(database, colleague, (work) => work.all(pointsOf(sent.id)))).toEqual([])
  expect(await confirms(sent)).toBe('done')
  expect(await doing(database, colleague, (work) => work.find(guestById(sent.guest)))).toBeUndefined()
  const [letter] = await letters()
  for (const words of ['Wymyślona', 'Zmyślony', 'Dowolna', 'Badanie', '500 000', sent.id, sent.guest])
    expect(letter).not.toContain(words)
  const told = await rows(
    'select verb, worker_id from journal.entry where scope_id = $1 and subject_id = $2 order by id',
    [sent.id, sent.guest],
  )
  expect(told).toEqual([
    { verb: 'guest.invited', worker_id: teacher.workerId },
    { verb: 'guest.address-confirmed', worker_id: colleague.workerId },
  ])
})

test('who sent it names one guest at a time, at an address that somebody of their institution confirms', async () => {
  const sent = await writes()
  expect(await names(sent, { by: colleague })).toBe('http:not-found')
  expect(await names(sent, { confirmer: teacher })).toBe('guests:a-second-person')
  expect(await names(sent, { confirmer: partnership.of(police).workers[0] })).toBe('guests:a-second-person')
  expect(await names(sent)).toBe('done')
  expect(await names({ ...sent, guest: randomUUID() })).toBe('referrals:guest-is-named')
  expect(await confirms(sent, colleague, false)).toBe('done')
  expect(await letters()).toEqual([])
  expect(await names({ ...sent, guest: randomUUID() })).toBe('done')
})

test('a receiver who is in Splot answers there: no guest is named', async () => {
  const referral = aReferral(partnership, partnership.of(police).id)
  await doing(database, teacher, (work) => sendReferral(work, referral))
  const sent = { id: referral.id, points: [referral.points[0]!.id], guest: randomUUID() }
  expect(await names(sent)).toBe('http:not-found')
})

describe('a guest', () => {
  test('reads what a receiver reads before it takes anything on, and then who it is', async () => {
    const sent = await invited()
    const before = await guestPage(database, sent.visit)
    expect(before).toMatchObject({
      aboutAs: 'boy',
      age: 9,
      particulars: null,
      points: [{ what: 'Badanie słuchu', state: 'asked' }],
    })
    expect(JSON.stringify(before)).not.toMatch(/Jan|500 000|rozmowę z chłopcem/)
    expect(await answers(sent)).toBe('done')
    expect(await page(sent)).toMatchObject({
      particulars: { who: 'Jan Zmyślony', phone: '500 000 000', words: 'Prosimy o rozmowę z chłopcem.' },
      points: [{ state: 'accepted' }],
    })
  })

  test('that they were shown who it is, and since when, is kept once', async () => {
    const sent = await invited()
    const kept = () =>
      rows<{ since: Date }>('select since from referrals.shown_to_guest where guest_id = $1', [sent.guest])
    await page(sent)
    await answers(sent)
    expect(await kept()).toEqual([])
    await page(sent)
    const first = await kept()
    expect(first).toHaveLength(1)
    await page(sent)
    expect(await kept()).toEqual(first)
  })

  test('answers in the states that there are; who sent it hears of each step, under the name of who said it', async () => {
    const sent = await invited()
    expect(await takes(sent, 'begun', { on: today() })).toBe(gone)
    expect(
      await answers(sent, { answer: 'waiting', expectedOn: addDays(today(), 30), words: 'Zadzwonimy.' }),
    ).toBe('done')
    expect(await takes(sent, 'told', { words: 'Będzie wcześniej.', expectedOn: addDays(today(), 3) })).toBe(
      'done',
    )
    expect(await takes(sent, 'begun', { on: addDays(today(), 1) })).toBe('referrals:day-to-come')
    expect(await takes(sent, 'begun', { on: today() })).toBe('done')
    expect(await takes(sent, 'begun', { on: today() })).toBe('referrals:step-out-of-order')
    expect(await takes(sent, 'ended', { on: today(), outcome: 'reached', words: 'Słyszy dobrze.' })).toBe(
      'done',
    )
    const [point] = await shown(sent)
    expect(point).toMatchObject({ state: 'done', outcome: 'reached' })
    expect(point!.said.map(({ step, by }) => [step, by])).toEqual(
      ['waiting', 'told', 'begun', 'ended'].map((step) => [step, 'Ada Wymyślona, Poradnia Dowolna']),
    )
    const news = await doing(database, teacher, (work) => work.all(newsSince(teacher.workerId)))
    expect(news.filter(({ to }) => to === `/referrals/${sent.id}`)).toHaveLength(4)
    expect(news[0]).toMatchObject({ institution: 'Poradnia Dowolna', verb: 'referral.ended' })
    const told = await rows<{ n: number }>(
      `select count(*)::int as n from asks.notice where kind = 'referral-step' and subject_id = $1 and worker_id = $2`,
      [sent.id, teacher.workerId],
    )
    expect(told[0]!.n).toBeGreaterThan(0)
    const journal = await rows(
      `select worker_id, institution_id from journal.entry where scope_id = $1 and verb = 'guest.answered'`,
      [sent.id],
    )
    expect(journal).toEqual(Array.from({ length: 4 }, () => ({ worker_id: null, institution_id: null })))
  })

  test('says no for a reason of the list, with words where it needs them', async () => {
    const sent = await invited({ points: 2 })
    expect(await answers(sent, { answer: 'declined', reason: 'unclear_goal' })).toBe(
      'referrals:unknown-reason',
    )
    expect(await answers(sent, { answer: 'declined', reason: 'other_with_text' })).toBe(
      'referrals:reason-needs-words',
    )
    expect(await answers(sent, { answer: 'waiting', expectedOn: addDays(today(), -1) })).toBe(
      'referrals:day-is-over',
    )
    expect(await answers(sent, { answer: 'declined', reason: 'no_capacity' })).toBe('done')
    expect(await page(sent)).toMatchObject({
      particulars: null,
      points: [{ state: 'declined' }, { state: 'asked' }],
    })
    expect(await answers(sent, { answer: 'declined', reason: 'no_capacity' }, 1)).toBe('done')
    expect(await page(sent)).toBe(gone)
  })

  test('asks back; who sent it is told, completes it, and it is asked anew by a letter', async () => {
    const sent = await invited()
    const due = () =>
      acting(database, teacher, async (db) =>
        (await sql<{ state: string }>`select state from referrals.due()`.execute(db)).rows.map(
          ({ state }) => state,
        ),
      )
    expect(await answers(sent, { answer: 'returned', reason: 'unclear_goal', words: 'Które ucho?' })).toBe(
      'done',
    )
    expect(await due()).toEqual(['returned'])
    expect(await page(sent)).toMatchObject({ particulars: null, points: [{ state: 'returned' }] })
    await doing(database, teacher, (work) => {
      Object.assign(work, { expectedVersion: 1 })
      return complete(work, sent.id, {
        points: [{ id: sent.points[0]!, what: 'Badanie prawego ucha' }],
        words: 'Prosimy.',
      })
    })
    expect((await letters()).at(-1)).toContain('uzupełnione')
    expect((await letters()).at(-1)).not.toContain('ucha')
    expect(await page(sent)).toMatchObject({ points: [{ state: 'asked', what: 'Badanie prawego ucha' }] })
    expect(await answers(sent)).toBe('done')
  })

  test('of violence nothing is kept', async () => {
    const sent = await invited()
    expect(await answers(sent, { answer: 'accepted', words: 'Ojciec go bije.' })).toBe(
      'guests:speaks-of-violence',
    )
    expect((await shown(sent))[0]).toMatchObject({ state: 'asked', said: [] })
  })

  test('answers what their letter asks and nothing else', async () => {
    const [mine, other] = [await invited(), await writes()]
    expect(await answers({ ...mine, points: other.points })).toBe(gone)
    expect((await shown(other))[0]).toMatchObject({ state: 'asked' })
  })
})

describe('is a guest no longer', () => {
  test('when they are taken back, the consent is withdrawn, or all that was asked', async () => {
    const ends: ((sent: Sent) => Promise<unknown>)[] = [
      ({ id, guest }) => doing(database, teacher, (work) => dismissGuest(work, id, guest)),
      ({ id }) => doing(database, teacher, (work) => withdrawBasis(work, id)),
      ({ id, points }) =>
        doing(database, teacher, (work) => withdraw(work, id, { points, reason: 'plan_changed' })),
    ]
    for (const [i, end] of ends.entries()) {
      const sent = await invited()
      await answers(sent)
      await page(sent)
      await end(sent)
      expect(await page(sent)).toBe(gone)
      expect(await takes(sent, 'begun', { on: today() })).toBe(gone)
      // Who is taken back is told by who does it; of the others a letter tells, and not of what.
      expect((await letters()).at(-1)!.includes('nieaktualne')).toBe(i > 0)
    }
  })

  test('of a point that is withdrawn, while another waits', async () => {
    const sent = await invited({ points: 2 })
    await doing(database, teacher, (work) =>
      withdraw(work, sent.id, { points: [sent.points[0]!], reason: 'plan_changed' }),
    )
    expect(await answers(sent)).toBe('referrals:point-already-answered')
    expect(await answers(sent, { answer: 'accepted' }, 1)).toBe('done')
    expect((await letters()).filter((words) => words.includes('nieaktualne'))).toEqual([])
  })

  test.each([
    [
      'two weeks after the day for an answer',
      `answer_by = splot.today_pl() - 14`,
      `answer_by = splot.today_pl() - 15`,
    ],
    [
      'sixty days after it was taken on',
      `answer = 'accepted', answered_at = now() - interval '59 days'`,
      `answered_at = now() - interval '62 days'`,
    ],
    [
      'two weeks after it was done',
      `answer = 'accepted', answered_at = now() - interval '80 days', begun_on = splot.today_pl() - 70, ended_on = splot.today_pl() - 14, outcome = 'reached'`,
      `ended_on = splot.today_pl() - 15`,
    ],
  ])('%s', async (_, stands, over) => {
    const sent = await invited()
    const set = (words: string) =>
      rows(
        `update referrals.point set asked_at = now() - interval '90 days', ${words} where referral_id = $1`,
        [sent.id],
      )
    await set(stands)
    expect(await page(sent)).toMatchObject({ points: [{}] })
    await set(over)
    expect(await page(sent)).toBe(gone)
  })

  test('when the basis is over, whatever was taken on', async () => {
    const sent = await invited()
    await answers(sent)
    await rows('update referrals.referral set basis_until = splot.today_pl() - 1 where id = $1', [sent.id])
    expect(await page(sent)).toBe(gone)
    expect(await doing(database, teacher, (work) => work.all(guestsOf(sent.id)))).toMatchObject([
      { state: 'in' },
    ])
  })
})

test('a link opens once, in one browser', async () => {
  const sent = await invited()
  const again: Visit = { kept: undefined, all: [], keep() {}, forget() {} }
  const [{ no } = { no: 0 }] = await rows<{ no: number }>(
    'select code_no as no from guests.way_in where guest_id = $1',
    [sent.guest],
  )
  const token = await link()
  expect(
    await comeIn(database, testKeys, again, {
      id: randomUUID(),
      link: token,
      code: codeFor(testKeys, digest(token), no),
    }).catch(refused),
  ).toBe(gone)
  expect(await guestPage(database, { ...again, kept: newLink() }).catch(refused)).toBe(gone)
})

test('what stands at no time waits for nobody: an address for a letter whose basis was over before', async () => {
  const waits = () =>
    acting(database, colleague, async (db) => {
      const { rows } = await sql`select from asks.waiting_for_me() where kind = 'guest-address'`.execute(db)
      return rows.length
    })
  const sent = await writes()
  await names(sent)
  expect(await waits()).toBe(1)
  const lasts = (days: number) =>
    rows('update referrals.referral set basis_until = splot.today_pl() + $2::int where id = $1', [
      sent.id,
      days,
    ])
  await lasts(-1)
  expect(await waits()).toBe(0)
  await lasts(90)
  expect(await waits()).toBe(1)
})

describe('who may see the letter no longer reads nothing of its guest', () => {
  const bars = (worker: Worker, { id }: Sent) =>
    asOwner(database.ownerUrl, async (client) => {
      await client.query(`insert into access.barred (scope_id, worker_id, valid) values ($1, $2, '{(,)}')`, [
        id,
        worker.workerId,
      ])
      await client.query('select access.derive(array[$1::uuid])', [id])
    })
  const told = async ({ guest }: Sent) => ({
    code: await doing(database, teacher, (work) => codeToTell(work, guest)).then(({ code }) => code, refused),
    kept: await acting(database, teacher, async (db) =>
      (await sql<{ link: Buffer | null }>`select link from guests.code_of(${guest})`.execute(db)).rows.filter(
        ({ link }) => link,
      ),
    ),
    shut: await answerOf<boolean>(database, teacher, sql`guests.is_shut(${guest})`),
    state: await doing(database, teacher, (work) => work.find(guestById(guest))).then(
      (found) => found?.state,
    ),
  })

  test('neither its code nor how far it is, though they invited it', async () => {
    const sent = await writes()
    await names(sent)
    await confirms(sent)
    await doing(database, teacher, (work) => makeCode(work, sent.guest))
    expect(await told(sent)).toMatchObject({ code: expect.stringMatching(/^\d{3} \d{3}$/), state: 'sent' })
    await bars(teacher, sent)
    expect(await told(sent)).toEqual({ code: 'http:not-found', kept: [], shut: false, state: undefined })
    await rows('update guests.way_in set tries = 5 where guest_id = $1', [sent.guest])
    expect(await told(sent)).toEqual({ code: 'http:not-found', kept: [], shut: false, state: undefined })
    expect(await answerOf(database, teacher, sql`guests.make_code(${sent.guest})`)).toBe('not-found')
    expect(await answerOf(database, teacher, sql`guests.send_anew(${sent.guest}, ${digest('x')})`)).toBe(
      'not-found',
    )
  })

  test('nor the address that they were asked to confirm', async () => {
    const sent = await writes()
    await names(sent)
    const asked = () => doing(database, colleague, (work) => work.find(guestById(sent.guest)))
    expect(await asked()).toMatchObject({ email: address })
    await bars(colleague, sent)
    expect(await asked()).toBeUndefined()
  })
})

describe('at the same moment', () => {
  const writesDown = ({ points }: Sent) =>
    doing(database, teacher, (work) =>
      answerPoint(work, points[0]!, { answer: 'accepted', words: 'Z telefonu.' }),
    ).then(() => 'done', refused)
  const times = [1, 2, 3]

  test.each(times)(
    'of what a guest answers and what is written down from the telephone one is kept, and the other hears so (%i)',
    async () => {
      const sent = await invited()
      const came = await Promise.all([
        answers(sent, { answer: 'accepted', words: 'Ze strony.' }),
        writesDown(sent),
      ])
      expect(came.toSorted()).toEqual(['done', 'referrals:point-already-answered'])
      const [point] = await shown(sent)
      expect(point!.said.map(({ words }) => words)).toEqual([
        came[0] === 'done' ? 'Ze strony.' : 'Z telefonu.',
      ])
    },
  )

  test.each(times)(
    'what a guest answers while the consent is withdrawn was answered before, or is not kept (%i)',
    async () => {
      const sent = await invited()
      const [ended, said] = await Promise.all([
        doing(database, teacher, (work) => withdrawBasis(work, sent.id)),
        answers(sent),
      ])
      expect(ended).toEqual({})
      expect((await shown(sent))[0]!.state).toBe(said === 'done' ? 'stopped' : 'withdrawn')
      if (said !== 'done') expect(said).toBe(gone)
    },
  )

  test.each(times)('what is tapped twice is said once (%i)', async () => {
    const sent = await invited()
    expect(await Promise.all([answers(sent), answers(sent)])).toEqual(['done', 'done'])
    expect((await shown(sent))[0]!.said).toHaveLength(1)
  })

  test.each(times)(
    'what a guest answers while they are taken back was answered before, or is not kept (%i)',
    async () => {
      const sent = await invited()
      const [, said] = await Promise.all([
        doing(database, teacher, (work) => dismissGuest(work, sent.id, sent.guest)),
        answers(sent),
      ])
      expect((await shown(sent))[0]!.state).toBe(said === 'done' ? 'accepted' : 'asked')
    },
  )
})
