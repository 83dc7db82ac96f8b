import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { aCase, aConsent, type Case, onTheTeam } from './case.ts'
import { aDatabase } from './database.ts'
import { aPartnership, type Partnership, police, school } from './partnership.ts'

// A changed fact derives each scope that it touches once, however much else changes with it, and only what reads it.

let database: Awaited<ReturnType<typeof aDatabase>>
let owner: pg.Client
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query('set role splot_owner')
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

let partnership: Partnership
let families: [Case, Case]
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  families = [await aCase(database, partnership), await aCase(database, partnership)]
  for (const family of families)
    for (const kind of [police, school]) {
      await aConsent(database, family, { about: family.mother, to: partnership.of(kind) })
      await onTheTeam(database, family, partnership.of(kind).workers[0])
    }
})

/** How often each scope is derived by one statement, and by which rules: those that write where nothing stands; nothing is kept. */
async function derivedBy(statement: string, values: unknown[]) {
  await owner.query('begin')
  try {
    await owner.query(`select set_config('splot.worker', $1, true)`, [partnership.centre.head.workerId])
    await owner.query(`
      delete from access.granted;
      create temporary table derived (scope_id uuid) on commit drop;
      create function pg_temp.is_derived() returns trigger language plpgsql as $$
        begin insert into pg_temp.derived values (new.id); return null; end $$;
      create trigger counted after update of derived_at on access.scope for each row execute function pg_temp.is_derived();`)
    expect((await owner.query(statement, values)).rowCount).toBeGreaterThan(0)
    const { rows } = await owner.query<{ scope: string; times: number }>(
      'select scope_id as scope, count(*)::int as times from derived group by 1',
    )
    const { rows: written } = await owner.query<{ rule: string }>(
      `select distinct rule from access.granted where xmin = pg_current_xact_id()::xid order by 1`,
    )
    return {
      times: Object.fromEntries(rows.map(({ scope, times }) => [scope, times])),
      rules: written.map(({ rule }) => rule),
    }
  } finally {
    await owner.query('rollback')
  }
}

const bothFamilies = (households: boolean) =>
  Object.fromEntries(
    families.flatMap((family) => [[family.id, 1], ...(households ? [[family.householdId, 1]] : [])]),
  )

test('an institution leaves with two cases: each, its household and the documents are derived once', async () => {
  const { times } = await derivedBy(
    `update partnerships.membership set period = tstzrange(lower(period), now()), left_because = 'koniec' where id = $1`,
    [partnership.of(school).membershipId],
  )
  expect(times).toEqual({ ...bothFamilies(true), [partnership.id]: 1 })
})

test('somebody stops working who was on two teams: once as well', async () => {
  const { times } = await derivedBy(
    `update institutions.worker set period = tstzrange(lower(period), now()) where id = $1`,
    [partnership.of(police).workers[0].workerId],
  )
  expect(times).toEqual({ ...bothFamilies(true), [partnership.id]: 1 })
})

test("a head's stand-in begins: only what heads see is derived, and how the households are called", async () => {
  const { id, head, workers } = partnership.centre
  const { times, rules } = await derivedBy(
    `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'stand_in', tstzrange(now(), null), $4)`,
    [randomUUID(), id, workers[2].workerId, head.workerId],
  )
  expect(times).toEqual(bothFamilies(true))
  expect(rules).toEqual(['cases.grants_in_household', 'cases.grants_to_heads'])
})

test('the agreement is suspended: what stands on full membership is derived, once, and no documents', async () => {
  const { times, rules } = await derivedBy(
    `insert into partnerships.agreement_suspension (id, agreement_id, period, reason, decided_on)
     select $1, id, tstzrange(now(), now() + interval '1 day'), 'powódź', splot.today_pl() from partnerships.agreement where partnership_id = $2`,
    [randomUUID(), partnership.id],
  )
  expect(times).toEqual(bothFamilies(true))
  expect(rules).toEqual(['cases.grants_by_basis', 'cases.grants_in_household', 'cases.grants_to_team'])
})

test('somebody joins the household: only what bases open is derived', async () => {
  const [family] = families
  const { rules } = await derivedBy(
    `insert into households.member (id, household_id, person_id, period)
     select $1, $2, person_id, daterange(splot.today_pl(), null) from households.member where household_id = $3 limit 1`,
    [randomUUID(), family.householdId, families[1].householdId],
  )
  expect(rules).toEqual(['cases.grants_by_basis', 'cases.grants_in_household'])
})

test('a duty contact begins where nothing waits for an answer: nothing is derived', async () => {
  const { id, head, workers } = partnership.of(police)
  const { times } = await derivedBy(
    `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'duty', tstzrange(now(), null), $4)`,
    [randomUUID(), id, workers[2].workerId, head.workerId],
  )
  expect(times).toEqual({})
})

test('what is read is a fact that its table tells, one made of others, or a rule; each is read, and each function is there', async () => {
  const { rows } = await owner.query(`
    with told as (
      select tgrelid::regclass::text as fact from pg_trigger where tgfoid = 'access.fact_changed'::regproc
      union select reader from access.reads),
    read as (select fact from access.reads union select rule from access.scope_rule)
    select r.reader || ' reads ' || r.fact as missing from access.reads r where r.fact not in (select fact from told)
    union all
    select t.fact || ' is read by nobody' from told t where t.fact not in (select fact from read)
    union all
    select f from access.scope_rule s, unnest(array[s.rule, s.hold]) f where f is not null and to_regprocedure(f || '(uuid[])') is null and to_regproc(f) is null
    union all
    select r.touched from access.reads r where to_regprocedure(r.touched || '(uuid[])') is null and r.touched is not null`)
  expect(rows).toEqual([])
})

test('what stays as it was is not written again', async () => {
  const ids = families.flatMap((family) => [family.id, family.householdId])
  const placed = async () => {
    const { rows } = await owner.query<{ at: string }>(
      'select ctid::text as at from access.granted where scope_id = any ($1) order by 1',
      [ids],
    )
    return rows.map(({ at }) => at)
  }
  const before = await placed()
  await owner.query('select access.derive($1)', [ids])
  expect(await placed()).toEqual(before)
  expect(before.length).toBeGreaterThan(4)
})
