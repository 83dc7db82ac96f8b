import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { whatIsDue } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, police, school, type Worker } from '../proof/partnership.ts'
import { draftAgreement, signAgreement } from './agree.ts'
import { warnOfEnds } from './warn-of-ends.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `update institutions.worker set email = left(id::text, 8) || '@cwiczenia.example' where institution_id = any ($1)`,
      [[partnership.centre.id, partnership.of(police).id, partnership.of(school).id]],
    ),
  )
})

/** Moves the agreement so that it has so many days left, today not counted. */
const endsIn = (days: number) =>
  asOwner(database.ownerUrl, (client) =>
    client.query(
      `update partnerships.agreement set in_force = tstzrange(lower(in_force), splot.end_of_day(splot.today_pl() + $2::int)) where id = $1`,
      [partnership.agreementId, days],
    ),
  )
const warn = () => warnOfEnds(database.jobs, readSettings({}))
const addressOf = ({ workerId }: Worker) => `${workerId.slice(0, 8)}@cwiczenia.example`
/** What was written to the heads of this partnership's members. */
const letters = () =>
  asOwner(database.ownerUrl, async (client) => {
    const heads = [partnership.centre, partnership.of(police), partnership.of(school)].map(({ head }) =>
      addressOf(head),
    )
    const { rows } = await client.query<{ to: string; body: string }>(
      'select to_address as "to", body from mail.letter where to_address = any ($1) order by 1',
      [heads],
    )
    return rows
  })
const dayOfHead = (whom: Worker) => doing(database, whom, (work) => work.all(whatIsDue(whom.workerId)))

test('sixty days before the end every head of a member is written to, once', async () => {
  await endsIn(61)
  await warn()
  expect(await letters(), 'not a day too early').toEqual([])
  expect(await dayOfHead(partnership.centre.head)).toEqual([])
  await endsIn(60)
  await warn()
  await warn()
  const written = await letters()
  expect(written.map(({ to }) => to).sort()).toEqual(
    [partnership.centre, partnership.of(police), partnership.of(school)]
      .map(({ head }) => addressOf(head))
      .sort(),
  )
  expect(written[0]!.body).toContain('Partnerstwo Zmyślone')
})

test('it is in the day of the heads for as long as nothing follows, and of nobody else', async () => {
  await endsIn(12)
  const entry = { kind: 'agreement-that-ends', id: partnership.id, due: addDays(today(), 12) }
  expect(await dayOfHead(partnership.centre.head)).toMatchObject([{ ...entry, state: 'led' }])
  expect(await dayOfHead(partnership.of(school).head)).toMatchObject([{ ...entry, state: null }])
  expect(await dayOfHead(partnership.centre.workers[0])).toEqual([])
})

test('after a pause the nearest threshold alone is told, and each next one again', async () => {
  await endsIn(29)
  await warn()
  expect(await letters()).toHaveLength(3)
  await endsIn(29)
  await warn()
  expect(await letters(), 'sixty and thirty were told as one').toHaveLength(3)
  await endsIn(7)
  await warn()
  await warn()
  expect(await letters()).toHaveLength(6)
})

test('two jobs at once write no letter twice', async () => {
  await endsIn(60)
  await Promise.all([warn(), warn(), warn()])
  expect(await letters()).toHaveLength(3)
})

test('when the next agreement is signed by all, nobody is warned any more', async () => {
  await endsIn(20)
  const id = randomUUID()
  await doing(database, partnership.centre.head, (work) =>
    draftAgreement(work, partnership.id, {
      id,
      from: addDays(today(), 21),
      to: addDays(today(), 700),
      answerDays: { immediate: 0, urgent: 2, usual: 7 },
      meetingEveryMonths: 1,
      noticeDays: 30,
      provisions: [],
    }),
  )
  for (const { head } of [partnership.centre, partnership.of(police), partnership.of(school)])
    await doing(database, head, (work) => signAgreement(work, id, { how: 'in_app', on: today() }))
  await warn()
  expect(await letters()).toEqual([])
  expect(await dayOfHead(partnership.centre.head)).toEqual([])
})
