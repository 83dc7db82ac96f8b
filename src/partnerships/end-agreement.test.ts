import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aCase, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, doing, police, school, type Worker } from '../proof/partnership.ts'
import { beforeEnding, endAgreement } from './end-agreement.ts'
import { printAgreementEnd } from './print-agreement-end.ts'
import { agreementById, partnershipById } from './questions.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const decided = { decidedOn: today(), reason: 'uchwała nr 4: nowe porozumienie z drugą szkołą' }
const end = (whom: Worker, agreement: string, lastDay: string) =>
  doing(database, whom, (work) => endAgreement(work, agreement, { ...decided, lastDay }))
/** What a worker will see of cases at an instant, from the grants as they stand now. */
const seesCasesAt = (worker: Worker, day: string) =>
  asOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from access.granted g join cases."case" c on c.id = g.scope_id
       where g.worker_id = $1 and 'pointer' = any (g.classes) and g.valid @> splot.start_of_day($2::date)`,
      [worker.workerId, day],
    )
    return rows[0]!.n
  })

test('the leading head ends the agreement with a day; what others saw under it ends at that midnight by itself', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const family = await aCase(database, partnership)
  const officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
  const head = partnership.centre.head
  expect(await doing(database, head, (work) => beforeEnding(work, partnership.agreementId))).toEqual({
    institutions: 2,
    workers: 'under_5',
    families: 'under_5',
    requests: 'under_5',
  })
  const lastDay = addDays(today(), 30)
  await end(head, partnership.agreementId, lastDay)

  expect(await seesCasesAt(officer, lastDay), 'on the last day still').toBe(1)
  expect(await seesCasesAt(officer, addDays(lastDay, 1))).toBe(0)
  expect(await seesCasesAt(family.coordinator, addDays(lastDay, 1)), 'who leads goes on').toBe(1)
  expect(await doing(database, officer, (work) => work.find(partnershipById(partnership.id)))).toMatchObject({
    state: 'in_force',
    until: lastDay,
  })
  expect(
    await doing(database, officer, (work) => work.find(agreementById(partnership.agreementId))),
  ).toMatchObject({ to: lastDay, endedEarly: { ...decided, lastDay } })
  const { bytes } = await doing(database, officer, (work) => printAgreementEnd(work, partnership.agreementId))
  expect((bytes as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
})

test('nobody else ends it, not to a day that is past, and not later than it ends anyway', async () => {
  const partnership = await aPartnership(database).with(police)
  const tomorrow = addDays(today(), 1)
  for (const whom of [partnership.of(police).head, partnership.centre.workers[0]])
    await expect(end(whom, partnership.agreementId, tomorrow)).rejects.toThrow('partnerships:only-the-leader')
  const other = await aPartnership(database).with(school)
  await expect(end(other.centre.head, partnership.agreementId, tomorrow)).rejects.toThrow('http:not-found')
  const { head } = partnership.centre
  await expect(end(head, partnership.agreementId, addDays(today(), -1))).rejects.toThrow(
    'partnerships:day-in-the-past',
  )
  await expect(end(head, partnership.agreementId, addDays(today(), 3000))).rejects.toThrow(
    'partnerships:ends-earlier-already',
  )
  await expect(
    doing(database, head, (work) => printAgreementEnd(work, partnership.agreementId)),
  ).rejects.toThrow('partnerships:nothing-to-print')
})

test('the numbers leave out a family that the asking head is kept out of', async () => {
  const partnership = await aPartnership(database).with(police)
  const family = await aCase(database, partnership)
  await onTheTeam(database, family, partnership.of(police).workers[0])
  const { head } = partnership.centre
  const obstacle = await answerOf(
    database,
    family.coordinator,
    sql`cases.exclude(${randomUUID()}, ${family.id}, ${head.workerId}, 'kin')`,
  )
  expect(obstacle).toBeNull()
  expect(await doing(database, head, (work) => beforeEnding(work, partnership.agreementId))).toMatchObject({
    institutions: 1,
    families: 'under_5',
    workers: 'under_5',
  })
})
