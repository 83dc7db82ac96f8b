import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { actAs } from '../platform/database/work.ts'
import { aDatabase } from './database.ts'
import { rowsSeenBy, sightAt, workers, workplace } from './oracle.ts'
import { type Ids, put } from './put.ts'
import { cases, classes, households, kinds, worlds } from './world.ts'

// Who sees what: random partnerships, cases and periods; what the database shows each worker is what the model says.
// On failure the seed is printed: run again with SPLOT_SEED=… to repeat it.
const seed = Number(process.env.SPLOT_SEED ?? 20261124)

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

/** Every table of a family's work, as rows of a name: a table that is missing here is not tested. */
const everything = `
  select id::text as id, '' as more, '' as before from cases."case"
  union all select id::text, '', '' from cases.opening union all select id::text, '', '' from cases.lead
  union all select id::text, '', '' from cases.coordinator union all select id::text, '', '' from cases.team_member
  union all select id::text, '', '' from cases.exclusion union all select id::text, '', '' from cases.handover
  union all select id::text, '', 'offer ' from cases.offered_to_me()
  union all select id::text, '', '' from cases.exit_handover union all select id::text, '', '' from cases.problem
  union all select id::text, '', '' from contacts.contact union all select id::text, '', '' from cases.opinion
  union all select id::text, '', '' from questionnaires.response
  union all select id::text, '', '' from assessments.assessment union all select id::text, '', '' from assessments.agreed
  union all select id::text, '', '' from journal.entry union all select id::text, '', '' from consents.basis
  union all select id::text, '', '' from baskets.goal union all select id::text, '', '' from baskets.item
  union all select item_id::text, person_id::text, '' from baskets.item_person
  union all select id::text, '', 'request ' from baskets.asked_of_me()
  union all select id::text, '', '' from households.household union all select id::text, '', '' from households.member
  union all select household_id::text, '', 'address ' from households.address
  union all select id::text, '', '' from households.person union all select id::text, '', '' from households.contact_way
  union all select id::text, '', '' from households.relation`

async function rowsShownTo(worker: number, ids: Ids, within?: number): Promise<Set<string>> {
  const actor = {
    workerId: ids.of('worker', worker),
    institutionId: ids.of('institution', workplace(worker)),
  }
  const rows = await actAs(
    database.app,
    actor,
    async (db) =>
      (await sql<{ id: string; more: string; before: string }>`${sql.raw(everything)}`.execute(db)).rows,
    { within: within === undefined ? undefined : ids.of('case', within) },
  )
  return new Set(
    rows.map(({ id, more, before }) => {
      const name = ids.name(id)
      if (before === 'address ') return name.replace('household', 'address')
      return before + name + (more && ` for ${ids.name(more).replace('person ', '')}`)
    }),
  )
}

/** What the kept grants open at an instant: worker, case or household, class, and about whom. */
async function opened(t: number, ids: Ids): Promise<Map<string, Set<string>>> {
  const scopes = [...cases.keys()].map((i) => ids.of('case', i))
  const { rows } = await owner.query<{ worker: string; scope: string; about: string | null; class: string }>(
    `select worker_id as worker, scope_id as scope, about_id as about, class from access.granted, unnest(classes) class
     where scope_id = any ($1) and valid @> now() + make_interval(secs => $2)`,
    [scopes, t * 3600],
  )
  const sight = new Map<string, Set<string>>()
  for (const row of rows) {
    const about = row.about === null ? 'whole' : row.about === row.scope ? 'shared' : ids.name(row.about)
    const key = `${ids.name(row.worker)}, ${ids.name(row.scope)}`
    sight.set(key, (sight.get(key) ?? new Set()).add(`${row.class} ${about}`))
  }
  return sight
}

test('who sees what is what the model says, now and later', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.array(fc.integer({ min: 1, max: 110 }), { minLength: 2, maxLength: 4 }),
      async (world, hours) => {
        await owner.query('begin')
        const ids = await put(owner, world)
        await owner.query('commit')
        for (const worker of workers) {
          const [shown, expected] = [await rowsShownTo(worker, ids), rowsSeenBy(worker, world)]
          expect([...shown].sort(), `rows shown to worker ${worker}`).toEqual([...expected].sort())
          const one = (world.order + worker) % cases.length
          expect(
            [...(await rowsShownTo(worker, ids, one))].sort(),
            `rows of case ${one} shown to worker ${worker}`,
          ).toEqual([...rowsSeenBy(worker, world, one)].sort())
        }
        for (const hour of [0.01, ...hours.map((it) => it + 0.5)]) {
          const grants = await opened(hour, ids)
          const sight = sightAt(world, hour)
          for (const worker of workers)
            for (const [caseNo, { household }] of cases.entries()) {
              const has = grants.get(`worker ${worker}, case ${caseNo}`) ?? new Set()
              const wrong = (what: string, should: boolean, ...needed: string[]) =>
                needed.some((it) => has.has(it)) === should
                  ? []
                  : [`${what}: ${should ? 'is missing' : 'is too much'}`]
              const faults = [
                ...wrong('pointer', sight.pointer(worker, caseNo), 'pointer whole', 'pointer shared'),
                ...wrong('coordinate', sight.coordinates(worker, caseNo), 'coordinate whole'),
                ...wrong('head', sight.headsOver(worker, caseNo), 'head shared'),
                ...wrong('team', sight.onTeam(worker, caseNo), 'team whole', 'team shared'),
                ...[...kinds.keys()].flatMap((i) =>
                  wrong(`own of ${i}`, sight.own(worker, caseNo, i), `own institution ${i}`),
                ),
                ...classes.flatMap((what) => [
                  ...wrong(
                    `${what} shared`,
                    sight.holds(worker, caseNo, what, 'shared'),
                    `${what} whole`,
                    `${what} shared`,
                  ),
                  ...households[household]!.people.flatMap((person) =>
                    wrong(
                      `${what} of person ${person}`,
                      sight.holds(worker, caseNo, what, { person }),
                      `${what} whole`,
                      `${what} person ${person}`,
                    ),
                  ),
                ]),
              ]
              expect(faults, `worker ${worker} in case ${caseNo} after ${hour} h`).toEqual([])
            }
        }
      },
    ),
    {
      seed,
      numRuns: Number(process.env.SPLOT_RUNS ?? 40),
      interruptAfterTimeLimit: 100_000,
      markInterruptAsFailure: false,
    },
  )
})
