import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { resumeMembership, suspendMembership } from '../partnerships/suspend-membership.ts'
import { asOwner } from '../platform/database/open.ts'
import { aCode, aConcern } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, doing, type Partnership, police, school } from '../proof/partnership.ts'
import { answerWithNoAction, passOn } from './answer-concern.ts'
import { concernById, concernsToTakeIn } from './questions.ts'

// A concern never waits with somebody who may not see it: while the addressed member may not answer, the intake of the
// leading institution does.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let concern: string
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  concern = await aConcern(database, partnership, {
    by: partnership.of(police).workers[0],
    to: partnership.of(school),
  })
})

const teachers = () => partnership.of(school)
const leader = () => partnership.centre.head
const waitingWith = async (kind: 'school' | 'leader') => {
  const found = await doing(database, kind === 'school' ? teachers().head : leader(), (work) =>
    work.all(concernsToTakeIn),
  )
  return found.some(({ id }) => id === concern)
}
const suspend = () =>
  doing(database, leader(), (work) =>
    suspendMembership(work, teachers().membershipId, { id: randomUUID(), reason: 'uchwała' }),
  )

test('a concern waits with the addressed member alone; while that is suspended with the leading one; then back again', async () => {
  expect([await waitingWith('school'), await waitingWith('leader')]).toEqual([true, false])
  await suspend()
  expect([await waitingWith('school'), await waitingWith('leader')]).toEqual([false, true])
  expect(await doing(database, leader(), (work) => work.find(concernById(concern)))).toMatchObject({
    iAnswer: true,
    addressedTo: 'Szkoła Zmyślona',
  })
  for (const other of [partnership.of(police).head, partnership.centre.workers[0], teachers().workers[0]])
    expect(await doing(database, other, (work) => work.find(concernById(concern)))).toBeUndefined()
  await doing(database, leader(), (work) => resumeMembership(work, teachers().membershipId))
  expect([await waitingWith('school'), await waitingWith('leader')]).toEqual([true, false])
})

test('when the agreement has ended, the leading institution takes up what was sent to a member', async () => {
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      'update partnerships.agreement set in_force = tstzrange(lower(in_force), now()) where partnership_id = $1',
      [partnership.id],
    ),
  )
  expect([await waitingWith('school'), await waitingWith('leader')]).toEqual([false, true])
  const take = (by = leader()) =>
    answerOf(
      database,
      by,
      sql`concerns.take_up(${concern}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina Zmyślona', null, null)`,
    )
  expect(await take(teachers().head)).toBe('not-found')
  expect(await take()).toBeNull()
})

test('it is answered, or passed on to another member; not back to the one who may not answer', async () => {
  await suspend()
  const pass = (to: string) =>
    doing(database, leader(), (work) =>
      passOn(work, concern, { concernId: randomUUID(), to, reason: 'szkoła jest zawieszona' }),
    )
  await expect(pass(teachers().id)).rejects.toThrow('concerns:not-a-member')
  await pass(partnership.of(police).id)
  const another = await aConcern(database, partnership, {
    by: partnership.of(police).workers[0],
    to: teachers(),
  })
  const nothing = (by = leader()) =>
    doing(database, by, (work) => answerWithNoAction(work, another, 'Znamy tę rodzinę.'))
  await expect(nothing(teachers().head)).rejects.toThrow('http:not-found')
  await nothing()
})
