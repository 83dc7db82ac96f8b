import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { cast, family, gather } from '../proof/cast.ts'
import { aDatabase } from '../proof/database.ts'
import { doing } from '../proof/partnership.ts'
import { teamOnPaper } from './questions.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await gather(database)
})
afterAll(() => database.drop())

const onPaper = async () => {
  const { coordinator, people } = await doing(database, cast.coordinator, (work) =>
    work.mustFind(teamOnPaper(family.id)),
  )
  return { coordinator, institutions: people.map(({ institution }) => institution) }
}

test('names the coordinator apart, and nobody whose institution alone tells that somebody drinks', async () => {
  const asked = [cast.partner.institutionId]
  const [partners] = await asOwner(database.ownerUrl, (owner) =>
    owner.query('select name from institutions.institution where id = $1', asked).then(({ rows }) => rows),
  )
  const before = await onPaper()
  expect(before.coordinator).not.toBeNull()
  expect(before.institutions).toContain(partners.name)

  await asOwner(database.ownerUrl, (owner) =>
    owner.query(`update institutions.institution set kind = 'alcohol_commission' where id = $1`, asked),
  )
  const after = await onPaper()
  expect(after.institutions).not.toContain(partners.name)
  expect(after.institutions.length).toBeLessThan(before.institutions.length)
})
