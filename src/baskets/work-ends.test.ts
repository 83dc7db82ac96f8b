import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { caseById, teamOf, whomToInvite } from '../cases/questions.ts'
import { whatIsDue, whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { casesIKnow } from '../families/questions.ts'
import { delegate, endWork } from '../institutions/keep-workers.ts'
import { appoint } from '../partnerships/appoint.ts'
import { membersOf } from '../partnerships/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { anAskedItem } from '../proof/asked-item.ts'
import { aCase, type Case, invited, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, police, type Worker } from '../proof/partnership.ts'
import { routes as worklistRoutes } from '../worklist/routes.ts'
import { itemsOf } from './questions.ts'

// When somebody's work ends, what they held is nobody's at that instant, and whoever has to see to it is told.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let head: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police)
  family = await aCase(database, partnership)
  head = partnership.centre.head
})

const leaves = (worker: Worker) => {
  const by = [partnership.centre, partnership.of(police)].find(({ id }) => id === worker.institutionId)!.head
  return doing(database, by, (work) => endWork(work, worker.workerId))
}
const within = <T>(worker: Worker, deed: Parameters<typeof doing<T>>[2]) => doing(database, worker, deed)
const waiting = (worker: Worker, kind: string) =>
  within(worker, (work) => work.all(whoWaitsForMe)).then((list) => list.filter((each) => each.kind === kind))
const gives = (by: Worker, to: Worker, what: string) =>
  within(by, (work) =>
    worklistRoutes
      .find(({ name }) => name === 'worklist.giveTask')!
      .handler(
        ...([
          work,
          { params: { id: family.id }, query: {}, body: { id: randomUUID(), what, workerId: to.workerId } },
        ] as never[]),
      ),
  )
const tasks = (worker: Worker) =>
  within(worker, (work) => work.all(whatIsDue(worker.workerId))).then((list) =>
    list.flatMap(({ kind, what }) => (kind === 'task' ? [what] : [])),
  )

describe('the coordinator', () => {
  test('is missed that day by the head: on the list, in the day, on the page of the family', async () => {
    await onTheTeam(database, family, partnership.centre.workers[2])
    await leaves(family.coordinator)
    const without = await within(head, (work) =>
      work.all(casesIKnow({ show: 'without_coordinator', limit: 50 })),
    )
    expect(without.map(({ id }) => id)).toContain(family.id)
    expect((await waiting(head, 'coordinator')).map(({ scopeId }) => scopeId)).toContain(family.id)
    for (const reader of [head, partnership.centre.workers[2]])
      expect(await within(reader, (work) => work.find(caseById(family.id, reader.workerId)))).toMatchObject({
        coordinator: null,
      })
  })
})

describe('somebody of the team', () => {
  let officer: Worker
  beforeEach(async () => {
    officer = partnership.of(police).workers[0]
    await onTheTeam(database, family, officer)
  })
  const team = () => within(family.coordinator, (work) => work.all(teamOf(family.id)))

  test('is on the team no more, and the coordinator has it to do to find another', async () => {
    await leaves(officer)
    expect((await team()).find(({ id }) => id === officer.workerId)).toMatchObject({ state: 'left' })
    expect(await tasks(family.coordinator)).toEqual([
      expect.stringMatching(/^Ustalić, kto zastąpi osobę: .*Komenda/),
    ])
    const offered = await within(family.coordinator, (work) => work.all(whomToInvite(family.id)))
    expect(offered.map(({ id }) => id)).not.toContain(officer.workerId)
  })

  test('is waited for no more when they had not answered', async () => {
    const silent = partnership.of(police).workers[1]
    await invited(database, family, silent)
    await leaves(silent)
    const waitedFor = await within(family.coordinator, (work) => work.all(whomIWaitFor))
    expect(waitedFor.map(({ worker }) => worker)).toEqual([])
    expect((await team()).find(({ id }) => id === silent.workerId)).toBeUndefined()
    expect(await tasks(family.coordinator)).toHaveLength(1)
  })

  test('leaves their tasks to their institution: whoever of it is on the team has them in their day', async () => {
    const colleague = partnership.of(police).workers[2]
    await onTheTeam(database, family, colleague)
    await gives(family.coordinator, officer, 'Sprawdzić, czy jest bezpiecznie.')
    expect(await tasks(colleague)).toEqual([])
    await leaves(officer)
    expect(await tasks(colleague)).toEqual(['Sprawdzić, czy jest bezpiecznie.'])
    await expect(gives(family.coordinator, officer, 'Jeszcze raz.')).rejects.toThrow(
      'worklist:not-on-the-team',
    )
  })

  test('is named in no service any more, and what waits for them waits for the head', async () => {
    const { point } = await anAskedItem(database, family, { to: partnership.of(police), worker: officer })
    await leaves(officer)
    const [row] = await within(family.coordinator, (work) => work.all(itemsOf(family.id)))
    expect(row).toMatchObject({ worker: null })
    expect((await waiting(partnership.of(police).head, 'referral')).map(({ id }) => id)).toEqual([point])
  })
})

test('who stood in, was on duty, represented or watched over the institution does so no more', async () => {
  const house = partnership.of(police)
  const [one, two, three] = house.workers
  const give = (worker: Worker, part: string) =>
    doing(database, house.head, (work) =>
      delegate(work, { id: randomUUID(), workerId: worker.workerId, part }),
    )
  await give(one, 'stand_in')
  await give(one, 'duty')
  await give(two, 'data_protection_officer')
  await doing(database, house.head, (work) =>
    appoint(work, house.membershipId, { id: randomUUID(), workerId: three.workerId, part: 'representative' }),
  )
  for (const worker of [one, two, three]) await leaves(worker)
  const living = await asOwner(
    database.ownerUrl,
    async (client) =>
      (
        await client.query(
          `select part from institutions.delegation where institution_id = $1 and (upper_inf(period) or upper(period) > now())
         union all select part from partnerships.appointment where membership_id = $2 and (upper_inf(period) or upper(period) > now())`,
          [house.id, house.membershipId],
        )
      ).rows,
  )
  expect(living).toEqual([])
  const members = await doing(database, house.head, (work) => work.all(membersOf(partnership.id)))
  expect(members.find(({ institution }) => institution.id === house.id)).toMatchObject({
    representative: null,
  })
})
