import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { populate } from '../../bin/populate.ts'
import { asOwner } from '../platform/database/open.ts'
import { aDatabase } from './database.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const own = <Row extends object>(text: string) =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return (await client.query<Row>(text)).rows
  })

async function inEachState() {
  const points = await own<{ state: string }>(`
    select distinct case when ended_on is not null then 'ended' when begun_on is not null then 'begun' else coalesce(answer, 'unanswered') end as state
    from referrals.point order by 1`)
  const [counted] = await own<object>(`
    select (select count(*)::int from referrals.referral where scope_id = id) as outside, (select count(*)::int from messages.message) as messages,
      (select count(*)::int from meetings.meeting where approved_at is not null) as minutes, (select count(*)::int from meetings.meeting where begun_at is null) as coming,
      (select count(*)::int from guests.guest) as guests`)
  return [points.map(({ state }) => state), counted]
}

test('a practice database is filled with invented families, whose facts say whom they are about', async () => {
  await populate(database.ownerUrl, 60, () => {})
  const rows = await own(`
    select (select count(*)::int from cases."case") as families, (select count(*)::int from baskets.goal where cardinality(about) = 3) as goals,
      exists (select from access.granted) as grants`)
  expect(await inEachState()).toEqual([
    ['accepted', 'begun', 'declined', 'ended', 'returned', 'unanswered', 'waiting'],
    { outside: 11, messages: 24, minutes: 5, coming: 5, guests: 8 },
  ])
  // Whole partnerships: the last of 60 families find none.
  expect(rows[0]).toEqual({ families: 43, goals: 43, grants: true })
})

test('deriving everything asks who heads an institution once a place at most, not for each pair of what waits for it', async () => {
  const [asked] = await asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    await client.query(`set track_functions = 'all'`)
    await client.query('begin')
    await client.query('select access.derive_all()')
    const { rows } = await client.query<{ times: number; places: number }>(`
      select calls::int as times, (select count(*)::int from access.scope) as places
      from pg_stat_xact_user_functions where schemaname = 'institutions' and funcname = 'headed'`)
    await client.query('rollback')
    return rows
  })
  expect(asked?.times).toBeLessThanOrEqual(asked?.places ?? 0)
})
