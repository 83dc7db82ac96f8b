import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { migrate } from '../platform/database/migrate.ts'
import { anEmptyDatabase } from './database.ts'
import { putRelease } from './release-world.ts'

// What release 0.1.0 let stand about people, and what an upgrade makes of it.

let database: Awaited<ReturnType<typeof anEmptyDatabase>>
let owner: pg.Client
const family = idOf('probni/case')
let hats: { worker: string; other: string }
const draft = idOf('after-upgrade/draft')
let gone: string
beforeAll(async () => {
  database = await anEmptyDatabase(inject('postgres'))
  owner = new pg.Client(database.url)
  await owner.connect()
  await putRelease(owner, '0.1.0')
  const ask = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows
  // One person, excluded at one job and on the team at the other.
  const [two] = await ask(
    `select w.id as worker, o.id as other from institutions.worker w join institutions.worker o on o.account_id = w.account_id and o.id <> w.id limit 1`,
  )
  hats = two
  await ask(
    `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (gen_random_uuid(), $1, $2, 'kin', $2)`,
    family,
    hats.worker,
  )
  await ask(
    `insert into cases.team_member (id, case_id, worker_id, institution_id, invited_by, invited_at, answer, answered_at)
     select gen_random_uuid(), $1, id, institution_id, id, now(), 'accepted', now() from institutions.worker where id = $2`,
    family,
    hats.other,
  )
  // A head who audits themselves, and an officer who does nothing else.
  await ask(
    `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (gen_random_uuid(), $1, $2, 'auditor', tstzrange(now(), null), $2)`,
    institutionId('gops'),
    workerId('danuta'),
  )
  // Named for a service that left the basket, and excluded; a draft whose social worker was changed.
  await ask(`update baskets.item set removed_at = now() where id = $1`, idOf('probni/item/budget'))
  await ask(
    `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (gen_random_uuid(), $1, $2, 'kin', $2)`,
    family,
    workerId('pawel'),
  )
  await ask(
    `insert into contracts.social_contract (id, scope_id, plan_id, type, social_worker_id, planned, review_on, drawn_up_by)
     select $1, scope_id, plan_id, type, social_worker_id, planned, review_on, drawn_up_by from contracts.social_contract where scope_id = $2 limit 1`,
    draft,
    family,
  )
  await ask(
    `insert into contracts.signature (id, contract_id, scope_id, worker_id, part)
     select gen_random_uuid(), id, scope_id, social_worker_id, 'social_worker' from contracts.social_contract where id = $1`,
    draft,
  )
  await ask(
    `update contracts.social_contract set social_worker_id = $2 where id = $1`,
    draft,
    workerId('marta'),
  )
  // A coordinator whose work ended yesterday.
  gone = (
    await ask(
      `select worker_id as id from cases.coordinator k join cases.opening o using (case_id) where upper_inf(k.period) and upper_inf(o.period)
         and worker_id <> all ($1) group by 1 order by count(*) desc limit 1`,
      [[hats.worker, hats.other]].flat(),
    )
  )[0].id
  await ask(`update institutions.worker set period = tstzrange(lower(period), now()) where id = $1`, gone)
  await migrate(database.url)
  await owner.query('reset role')
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})
const count = async (sql: string, ...values: unknown[]) =>
  Number((await owner.query(`select count(*) as n from ${sql}`, values)).rows[0].n)

test('who was excluded at one job is out at the other', async () => {
  expect(
    await count(
      `access.barred where scope_id = $1 and worker_id = $2 and valid @> now()`,
      family,
      hats.other,
    ),
  ).toBe(1)
  expect(
    await count(
      `access.granted where scope_id = $1 and worker_id = $2 and valid @> now()`,
      family,
      hats.other,
    ),
  ).toBe(0)
  expect(
    await count(
      `cases.team_member where case_id = $1 and worker_id = $2 and left_at is null`,
      family,
      hats.other,
    ),
  ).toBe(0)
})

test('a head audits nobody any more, and is told; an officer who is only that stays one', async () => {
  expect(
    (
      await owner.query(
        `select worker_id, ended_because, period @> now() as holds from institutions.delegation where institution_id = $1 and part in ('auditor', 'data_protection_officer') order by part`,
        [institutionId('gops')],
      )
    ).rows,
  ).toEqual([
    { worker_id: workerId('danuta'), ended_because: 'works_with_families', holds: false },
    { worker_id: workerId('iza'), ended_because: null, holds: true },
  ])
})

test('what was held by somebody who left is nobody’s', async () => {
  expect(await count(`cases.coordinator where worker_id = $1 and upper_inf(period)`, gone)).toBe(0)
  expect(
    await count(
      `cases.team_member where worker_id = $1 and (answer is null or answer = 'accepted' and left_at is null)`,
      gone,
    ),
  ).toBe(0)
  expect(await count(`baskets.item where worker_id = $1 and removed_at is null`, gone)).toBe(0)
  expect(await count(`worklist.task where worker_id = $1 and ended_at is null`, gone)).toBe(0)
})

test('who was excluded is named for no service, also where a plan alone still holds it', async () => {
  expect(
    await count('baskets.item where id = $1 and worker_id is not null', idOf('probni/item/budget')),
  ).toBe(0)
})

test('a draft is signed by whoever is its social worker', async () => {
  expect(
    await count('contracts.signature where contract_id = $1 and worker_id = $2', draft, workerId('marta')),
  ).toBe(1)
})
