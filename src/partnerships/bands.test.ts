import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import type { Work } from '../platform/http/work.ts'
import { anAskedItem } from '../proof/asked-item.ts'
import { aCase, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  aPartnership,
  clinic,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { beforeEnding } from './end-agreement.ts'
import { partnershipById } from './questions.ts'
import { routes as partnershipsRoutes } from './routes.ts'

// Whoever does not see the families reads of them no number that could be one of them: bands, from five on, and only to
// who leads the partnership; of their own institution also its head.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police, school, clinic)
  for (let n = 0; n < 5; n++) {
    const family = await aCase(database, partnership)
    await onTheTeam(database, family, partnership.of(police).workers[0])
    const asks = n < 2 ? [school, clinic] : [school]
    for (const kind of asks) await anAskedItem(database, family, { to: partnership.of(kind) })
  }
  // Nobody answered, and the last day has passed.
  await asOwner(database.ownerUrl, (client) =>
    client.query(`update asks.ask set answer_by = splot.today_pl() - 1 where kind = 'referral'`),
  )
})
afterAll(() => database.drop())

const times = (whom: Worker) =>
  doing(database, whom, (work: Work) =>
    partnershipsRoutes
      .find(({ name }) => name === 'partnerships.answerTimes')!
      .handler(
        ...([work, { params: { id: partnership.id }, query: { over: 'half-year' }, body: {} }] as never[]),
      ),
  ).catch((error) => error.name) as Promise<
    { all: object | null; institutions: Record<string, unknown>[]; kinds: object[] } | string
  >
const familiesFor = (whom: Worker) =>
  doing(database, whom, (work) => work.mustFind(partnershipById(partnership.id))).then(
    ({ families }) => families,
  )

test('a number is told from five on, and as a band', async () => {
  const { rows } = await asOwner(database.ownerUrl, (client) =>
    client.query(
      `select n, splot.band(n) as band from unnest(array[0, 1, 4, 5, 9, 10, 19, 20, 49, 50, 900]) n`,
    ),
  )
  expect(rows.map(({ n, band }) => [n, band])).toEqual([
    [0, 'under_5'],
    [1, 'under_5'],
    [4, 'under_5'],
    [5, 'from_5'],
    [9, 'from_5'],
    [10, 'from_10'],
    [19, 'from_10'],
    [20, 'from_20'],
    [49, 'from_20'],
    [50, 'from_50'],
    [900, 'from_50'],
  ])
})

test('who leads reads answer times of every member, also of one that nobody asked, and no count', async () => {
  const told = await times(partnership.centre.head)
  if (typeof told === 'string') throw new Error(told)
  expect(told).toMatchObject({ all: { asked: expect.stringMatching(/^from/) } })
  const of = (id: string) => told.institutions.find((row) => row.id === id)
  expect(of(partnership.of(school).id)).toMatchObject({ asked: 'from_5', inTime: 'fewer', median: 0 })
  // Asked five times to join a team, and answered each time.
  expect(of(partnership.of(police).id)).toMatchObject({ asked: 'from_5', inTime: 'nearly_all', step: null })
  expect(of(partnership.of(clinic).id)).toMatchObject({
    asked: 'under_5',
    inTime: null,
    median: null,
    quarter: null,
    threeQuarters: null,
    away: null,
    completing: null,
  })
  expect(JSON.stringify(told.institutions)).not.toMatch(/"(asked|inTime)":\d/)
})

test('the head of a member reads of their own institution, a worker of nobody', async () => {
  const told = await times(partnership.of(school).head)
  expect(told).toMatchObject({
    all: null,
    kinds: [],
    institutions: [{ id: partnership.of(school).id, asked: 'from_5' }],
  })
  expect((told as { institutions: unknown[] }).institutions).toHaveLength(1)
  for (const whom of [partnership.of(school).workers[0], partnership.centre.workers[0]])
    expect(await times(whom)).toBe('http:not-found')
})

test('how many families there are is told to who leads alone', async () => {
  expect(await familiesFor(partnership.centre.head)).toBe('from_5')
  for (const whom of [
    partnership.of(school).head,
    partnership.of(police).workers[0],
    partnership.centre.workers[0],
  ])
    expect(await familiesFor(whom)).toBeNull()
})

test('what stops with the agreement is told in bands', async () => {
  expect(
    await doing(database, partnership.centre.head, (work) => beforeEnding(work, partnership.agreementId)),
  ).toEqual({ institutions: 3, workers: 'under_5', families: 'from_5', requests: 'from_5' })
})
