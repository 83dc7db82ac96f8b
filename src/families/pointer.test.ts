import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { caseById } from '../cases/questions.ts'
import { aCase, done, invited } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, doing, police, type Worker } from '../proof/partnership.ts'
import { casesInAList, standingOf } from './questions.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

test('who is asked into a team reads the code, the coordinator and their phone; how far the work is, once on the team', async () => {
  const partnership = await aPartnership(database).with(police)
  const family = await aCase(database, partnership)
  const [officer] = partnership.of(police).workers
  const invitation = await invited(database, family, officer)
  const read = (whom: Worker) =>
    doing(database, whom, async (work) => ({
      head: await work.mustFind(caseById(family.id, whom.workerId)),
      standing: await work.mustFind(standingOf(family.id)),
      line: (await work.all(casesInAList([family.id])))[0],
    }))
  const asked = await read(officer)
  expect(asked).toMatchObject({
    head: { code: expect.any(String), coordinator: { id: family.coordinator.workerId } },
    standing: { phase: null },
    line: { mine: 'invited', phase: null, reviewOn: null },
  })
  for (const whom of [family.coordinator, partnership.centre.head])
    expect(await read(whom)).toMatchObject({ standing: { phase: 'concern' }, line: { phase: 'concern' } })
  await done(answerOf(database, officer, sql`cases.answer_invitation(${invitation}, 'accepted', null)`))
  expect(await read(officer)).toMatchObject({ standing: { phase: 'team' }, line: { phase: 'team' } })
})
