import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { delegate } from '../institutions/keep-workers.ts'
import { journalOf, looksIn, searchesCounted } from '../oversight/questions.ts'
import { aCase, aConcern, type Case } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, school } from '../proof/partnership.ts'
import { attachConcern } from './attach-concern.ts'
import { findBeforeCreating } from './find-before-creating.ts'

// An officer sees that a concern was taken up, and not by what is told of it that it spoke of violence.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(school)
  family = await aCase(database, partnership)
})
afterAll(() => database.drop())

test('attached to a case, one of violence is told to the officer as any other', async () => {
  const { head, workers } = partnership.centre
  const officer = workers[4]
  await doing(database, head, (work) =>
    delegate(work, { id: randomUUID(), workerId: officer.workerId, part: 'auditor' }),
  )
  const code = (
    await doing(database, family.coordinator, (work) =>
      work.mustFind(sql<{ code: string }>`select code from cases."case" where id = ${family.id}`),
    )
  ).code
  const seen = () =>
    doing(database, officer, async (work) => ({
      deeds: await work.all(journalOf({ limit: 50 })),
      ofCase: await work.all(journalOf({ limit: 50, code })),
      looks: (await work.all(looksIn({ limit: 50 }))).length,
      searches: await work.all(searchesCounted),
    }))
  const attached = async (worries: string[]) => {
    const before = await seen()
    const id = await aConcern(database, partnership, { by: partnership.of(school).workers[3], worries })
    await doing(database, head, async (work) => {
      await findBeforeCreating(work, id, { name: family.mother.name })
      await attachConcern(work, id, family.id)
    })
    const after = await seen()
    const [deed] = after.deeds
    const untouched = (all: typeof after) => all.searches.reduce((sum, each) => sum + each.untouched, 0)
    return {
      deeds: after.deeds.length - before.deeds.length,
      ofCase: after.ofCase.length - before.ofCase.length,
      told: { verb: deed!.verb, scopeId: deed!.scopeId, kind: deed!.kind, code: deed!.code },
      untouched: untouched(after) - untouched(before),
    }
  }
  const ordinary = await attached(['poverty'])
  expect(ordinary).toMatchObject({ ofCase: 0, untouched: 0 })
  expect(await attached(['domestic_violence'])).toEqual(ordinary)
})
