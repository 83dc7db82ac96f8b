import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { populate } from '../../bin/populate.ts'
import { asOwner } from '../platform/database/open.ts'
import { aDatabase } from './database.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

test('a practice database is filled with invented families, whose facts say whom they are about', async () => {
  await populate(database.ownerUrl, 60, () => {})
  const { rows } = await asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return client.query<{ families: number; goals: number; grants: boolean }>(`
      select (select count(*)::int from cases."case") as families, (select count(*)::int from baskets.goal where cardinality(about) = 3) as goals,
        exists (select from access.granted) as grants`)
  })
  // Whole partnerships: the last of 60 families find none.
  expect(rows[0]).toEqual({ families: 43, goals: 43, grants: true })
})
