import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { DB } from '../platform/database/schema.ts'
import { aCase, aCode, aConcern, aConsent, type Case, done, invited, onTheTeam } from './case.ts'
import { aDatabase } from './database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  type Kind,
  type Partnership,
  police,
  school,
  type Worker,
} from './partnership.ts'

// Two deeds at the same moment, on two connections: the first is done and not yet committed when the second begins and
// waits. Whichever came first, afterwards the grants are those that would be derived anew, and nobody sees more.

let database: Awaited<ReturnType<typeof aDatabase>>
let owner: pg.Client
let ofOwner: Kysely<DB>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  ofOwner = new Kysely({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.ownerUrl, max: 2 }) }),
  })
})
afterAll(async () => {
  await owner.end()
  await ofOwner.destroy()
  await database.drop()
})

/** What the app does in somebody's name, or what the database's owner does (an account joins a job). */
type Deed = { by: Worker | 'owner'; does: (db: Kysely<DB>) => Promise<unknown> }
function doneBy<T>(by: Deed['by'], does: (db: Kysely<DB>) => Promise<T>): Promise<T> {
  return by === 'owner' ? ofOwner.transaction().execute(does) : acting(database, by, does)
}
const deed = (by: Worker, call: RawBuilder<unknown>): Deed => ({
  by,
  does: async (db) => (await sql<{ answer: unknown }>`select ${call} as answer`.execute(db)).rows[0]!.answer,
})

/** Answers of both, the second having begun before the first committed; an error is answered as its code. */
async function atOnce(
  first: Deed,
  second: Deed,
): Promise<{ first: unknown; second: unknown; waited: boolean }> {
  const firstDid = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const failed = (error: { code?: string }) => error.code ?? String(error)
  const one = doneBy(first.by, async (db) => {
    const answer = await first.does(db)
    firstDid.resolve()
    await mayCommit.promise
    return answer
  }).catch((error) => {
    firstDid.resolve()
    return failed(error)
  })
  await firstDid.promise
  let pid = 0
  let ready = false
  const two = doneBy(second.by, async (db) => {
    pid = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
    return second.does(db)
  })
    .catch(failed)
    .finally(() => {
      ready = true
    })
  let waited = false
  while (!ready && !waited) {
    await new Promise((turn) => setTimeout(turn, 5))
    if (pid)
      waited = (await owner.query('select cardinality(pg_blocking_pids($1)) > 0 as waits', [pid])).rows[0]
        .waits
  }
  mayCommit.resolve()
  return { first: await one, second: await two, waited }
}

/** Answers of both, the earlier one having begun its transaction before the later was done and committed. */
async function begunBefore(earlier: Deed, later: Deed): Promise<{ first: unknown; second: unknown }> {
  const began = Promise.withResolvers<void>()
  const mayGoOn = Promise.withResolvers<void>()
  const failed = (error: { code?: string }) => error.code ?? String(error)
  const one = doneBy(earlier.by, async (db) => {
    await sql`select now()`.execute(db)
    began.resolve()
    await mayGoOn.promise
    return earlier.does(db)
  }).catch(failed)
  await began.promise
  const first = await doneBy(later.by, later.does).catch(failed)
  mayGoOn.resolve()
  return { first, second: await one }
}

/** How two deeds may meet. `late`: the deed began before the end was done, and is done after it. */
const meetings = ['end first', 'deed first', 'late'] as const
async function meet(how: (typeof meetings)[number], deed: Deed, end: Deed) {
  if (how === 'late') {
    const { first, second } = await begunBefore(deed, end)
    return { end: first, deed: second }
  }
  const { first, second, waited } = how === 'end first' ? await atOnce(end, deed) : await atOnce(deed, end)
  expect(waited, 'the second had to wait for the first').toBe(true)
  return how === 'end first' ? { end: first, deed: second } : { end: second, deed: first }
}

/** Grants as kept, and as derived anew from the facts: they must be the same. */
async function expectGrantsDerivedAnew() {
  const kept = `select g.scope_id, g.worker_id, g.about_id, g.classes::text, g.valid::text, g.because ->> 'reason' as reason
    from access.granted g where g.valid && tstzmultirange(tstzrange(now(), null)) order by 1, 2, 3, 4, 5, 6`
  const before = await owner.query(kept)
  await owner.query('select access.derive(array(select id from access.scope))')
  const after = await owner.query(kept)
  expect(before.rows).toEqual(after.rows)
}

const sees = (worker: Worker, what = 'cases."case"') =>
  acting(database, worker, async (db) => (await sql`select from ${sql.raw(what)}`.execute(db)).rows.length)

/** The head ends the membership of their institution. */
const leaves = (kind: Kind) =>
  deed(
    partnership.of(kind).head,
    sql`partnerships.end_membership(${partnership.of(kind).membershipId}, 'odchodzimy')`,
  )

/** The head of the centre ends a colleague's work there. */
const stopsWorking = ({ workerId }: Worker) =>
  deed(partnership.centre.head, sql`institutions.end_work(${workerId})`)

/** The case is offered to the school. */
async function anOffer(): Promise<string> {
  const id = randomUUID()
  await done(
    answerOf(
      database,
      partnership.centre.head,
      sql`cases.offer_handover(${id}, ${family.id}, ${partnership.of(school).id}, 'przeprowadzka')`,
    ),
  )
  return id
}

let partnership: Partnership
let family: Case
let officer: Worker
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
  officer = partnership.of(police).workers[0]
})

describe('an invitation is accepted while what it stands on ends', () => {
  const endings: [string, () => Deed | Promise<Deed>][] = [
    ['the institution leaves', () => leaves(police)],
    [
      'the institution is suspended',
      () =>
        deed(
          partnership.centre.head,
          sql`partnerships.suspend_membership(${randomUUID()}, ${partnership.of(police).membershipId}, null, 'przerwa')`,
        ),
    ],
    [
      'the agreement is suspended',
      () =>
        deed(
          partnership.centre.head,
          sql`partnerships.suspend_agreement(${randomUUID()}, ${partnership.agreementId}, null, splot.today_pl(), 'przerwa')`,
        ),
    ],
    [
      'the worker stops working there',
      () => deed(partnership.of(police).head, sql`institutions.end_work(${officer.workerId})`),
    ],
    [
      'the worker is excluded',
      () =>
        deed(
          family.coordinator,
          sql`cases.exclude(${randomUUID()}, ${family.id}, ${officer.workerId}, 'kin')`,
        ),
    ],
    [
      'the case is closed',
      () => deed(family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    ],
  ]
  for (const [what, ends] of endings)
    test.each(meetings)(`${what} (%s)`, async (how) => {
      const invitation = await invited(database, family, officer)
      const accept = deed(officer, sql`cases.answer_invitation(${invitation}, 'accepted', null)`)
      const answers = await meet(how, accept, await ends())
      // The ending is always done; the acceptance only where it came first.
      expect([null, true]).toContain(answers.end)
      expect(answers.deed === null).toBe(how === 'deed first')
      expect(await sees(officer)).toBe(0)
      await expectGrantsDerivedAnew()
    })

  test.each(meetings)('the case is handed over (%s)', async (how) => {
    const handover = await anOffer()
    const invitation = await invited(database, family, officer)
    const accept = deed(officer, sql`cases.answer_invitation(${invitation}, 'accepted', null)`)
    const take = deed(partnership.of(school).head, sql`cases.answer_handover(${handover}, 'accepted')`)
    expect(await meet(how, accept, take)).toEqual({ deed: null, end: null })
    expect(await sees(family.coordinator)).toBe(0)
    expect(await sees(officer)).toBe(1)
    await expectGrantsDerivedAnew()
  })
})

describe('somebody is asked in while they may no longer be', () => {
  test.each(meetings)('invited while the institution leaves (%s)', async (how) => {
    const invite = deed(
      family.coordinator,
      sql`cases.invite(${randomUUID()}, ${family.id}, ${officer.workerId}, null, null)`,
    )
    expect(await meet(how, invite, leaves(police))).toEqual({
      deed: how === 'deed first' ? null : 'worker-cannot-be-asked',
      end: true,
    })
    expect(await sees(officer)).toBe(0)
    expect(
      (
        await owner.query('select from cases.team_member where worker_id = $1 and answer is null', [
          officer.workerId,
        ])
      ).rowCount,
    ).toBe(0)
    await expectGrantsDerivedAnew()
  })

  test.each(meetings)('appointed coordinator while excluded (%s)', async (how) => {
    const colleague = partnership.centre.workers[1]
    const appoint = deed(
      partnership.centre.head,
      sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${colleague.workerId})`,
    )
    const exclude = deed(
      family.coordinator,
      sql`cases.exclude(${randomUUID()}, ${family.id}, ${colleague.workerId}, 'neighbour')`,
    )
    // Replaced meanwhile, the earlier coordinator excludes nobody any more.
    expect(await meet(how, appoint, exclude)).toEqual(
      how === 'deed first' ? { deed: null, end: 'not-found' } : { deed: 'worker-excluded', end: null },
    )
    expect(await sees(colleague)).toBe(how === 'deed first' ? 1 : 0)
    await expectGrantsDerivedAnew()
  })

  test.each(meetings)('a case is handed to an institution that leaves (%s)', async (how) => {
    const handover = await anOffer()
    const take = deed(partnership.of(school).head, sql`cases.answer_handover(${handover}, 'accepted')`)
    const answers = await meet(how, take, leaves(school))
    expect(answers.end).toBe(how === 'deed first' ? 'SP001' : true)
    // The offer is withdrawn with the exit.
    expect(answers.deed).toBe(
      { 'deed first': null, 'end first': 'not-found', late: 'handover-already-answered' }[how],
    )
    expect(await sees(partnership.of(school).head)).toBe(how === 'deed first' ? 1 : 0)
    await expectGrantsDerivedAnew()
  })
})

describe('somebody is given a part while what it stands on ends', () => {
  const appoint = ({ workerId }: Worker) =>
    deed(partnership.centre.head, sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${workerId})`)
  const coordinatesWithoutWork = async () =>
    (
      await owner.query(
        `select from cases.coordinator c join institutions.worker w on w.id = c.worker_id
        where c.case_id = $1 and splot.is_or_will_be(c.period) and not splot.is_or_will_be(w.period)`,
        [family.id],
      )
    ).rowCount

  test.each(meetings)('appointed coordinator whose work ends (%s)', async (how) => {
    const colleague = partnership.centre.workers[1]
    await meet(how, appoint(colleague), stopsWorking(colleague))
    expect(await coordinatesWithoutWork()).toBe(0)
    await expectGrantsDerivedAnew()
  })
  test('appointed coordinator whose work ends by what began before', async () => {
    const colleague = partnership.centre.workers[1]
    expect(await begunBefore(stopsWorking(colleague), appoint(colleague))).toEqual({
      first: null,
      second: true,
    })
    expect(await coordinatesWithoutWork()).toBe(0)
    await expectGrantsDerivedAnew()
  })
  test.each(meetings)('put on duty whose work ends (%s)', async (how) => {
    const colleague = partnership.centre.workers[1]
    const duty: Deed = {
      by: partnership.centre.head,
      does: (db) =>
        sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
          values (${randomUUID()}, ${partnership.centre.id}, ${colleague.workerId}, 'duty', tstzrange(now(), null), ${partnership.centre.head.workerId})`.execute(
          db,
        ),
    }
    await meet(how, duty, stopsWorking(colleague))
    const { rowCount } = await owner.query(
      `select from institutions.delegation d where d.worker_id = $1 and splot.is_or_will_be(d.period)`,
      [colleague.workerId],
    )
    expect(rowCount).toBe(0)
  })
  test('named the next head whose work ends: there is a head tomorrow', async () => {
    const next = partnership.centre.workers[1]
    const named = deed(
      partnership.centre.head,
      sql`institutions.name_head(${randomUUID()}, ${next.workerId}, splot.start_of_day(splot.today_pl() + 1))`,
    )
    expect(await atOnce(named, stopsWorking(next))).toEqual({ first: null, second: false, waited: true })
  })
  test.each(meetings)('the lead is offered to an institution that leaves (%s)', async (how) => {
    const offer = deed(
      partnership.centre.head,
      sql`partnerships.offer_lead(${randomUUID()}, ${partnership.id}, ${partnership.of(school).id}, splot.today_pl(), 'Uchwała.')`,
    )
    expect(await meet(how, offer, leaves(school))).toEqual({
      deed: how === 'deed first' ? null : 'not-a-member',
      end: true,
    })
    const { rowCount } = await owner.query(
      'select from partnerships.lead_offer where partnership_id = $1 and answer is null',
      [partnership.id],
    )
    expect(rowCount, 'nobody who left is asked').toBe(0)
  })
})

describe('a case is opened while its people change', () => {
  const takeUp = async (by: Worker) => {
    const concern = await aConcern(database, partnership, { by: officer })
    return deed(
      by,
      sql`concerns.take_up(${concern}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina Zmyślona', null, null)`,
    )
  }
  test.each(meetings)('the head is replaced (%s)', async (how) => {
    const taken = await takeUp(partnership.centre.head)
    const replaced = deed(
      partnership.centre.head,
      sql`institutions.name_head(${randomUUID()}, ${partnership.centre.workers[1].workerId}, now())`,
    )
    // Who heads it no longer takes nothing up; what they took up before, the new head sees.
    expect(await meet(how, taken, replaced)).toEqual({
      deed: how === 'deed first' ? null : 'not-found',
      end: null,
    })
    expect(await sees(partnership.centre.workers[1])).toBe(how === 'deed first' ? 2 : 1)
    await expectGrantsDerivedAnew()
  })
  test.each(meetings)('who takes it up stops working there (%s)', async (how) => {
    const [duty] = partnership.centre.workers
    await acting(database, partnership.centre.head, (db) =>
      sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (${randomUUID()}, ${partnership.centre.id}, ${duty.workerId}, 'duty', tstzrange(now(), null), ${partnership.centre.head.workerId})`.execute(
        db,
      ),
    )
    const taken = await takeUp(duty)
    const ended = deed(partnership.centre.head, sql`institutions.end_work(${duty.workerId})`)
    expect(await meet(how, taken, ended)).toEqual({
      deed: how === 'deed first' ? null : 'not-found',
      end: true,
    })
    expect(await sees(duty)).toBe(0)
    await expectGrantsDerivedAnew()
  })
  test('one concern is taken up by two', async () => {
    const concern = await aConcern(database, partnership, { by: officer })
    const [head] = [partnership.centre.head]
    const take = () =>
      deed(
        head,
        sql`concerns.take_up(${concern}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina Zmyślona', null, null)`,
      )
    expect(await atOnce(take(), take())).toEqual({
      first: null,
      second: 'concern-already-answered',
      waited: true,
    })
  })
  test('two cases are opened about one household', async () => {
    await done(
      answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    )
    const about = async () => {
      const concern = await aConcern(database, partnership, { by: officer })
      return deed(
        partnership.centre.head,
        sql`concerns.take_up(${concern}, ${randomUUID()}, ${aCode()}, ${family.householdId}, 'Rodzina Zmyślona', null, null)`,
      )
    }
    expect(await atOnce(await about(), await about())).toEqual({
      first: null,
      second: 'household-has-an-open-case',
      waited: true,
    })
  })
})

describe('somebody kept from a family turns out to have one more job', () => {
  let newJob: Worker
  let known: Deed
  beforeEach(async () => {
    const account = randomUUID()
    newJob = partnership.of(school).workers[0]
    await owner.query(
      `insert into identity."user" (id, name, email, "emailVerified") values ($1, 'Osoba Zmyślona', $2, true)`,
      [account, `${account}@cwiczenia.example`],
    )
    await owner.query('update institutions.worker set account_id = $1 where id = $2', [
      account,
      officer.workerId,
    ])
    await acting(database, family.coordinator, (db) =>
      sql`select cases.exclude(${randomUUID()}, ${family.id}, ${officer.workerId}, 'kin')`.execute(db),
    )
    known = {
      by: 'owner',
      does: (db) =>
        sql`update institutions.worker set account_id = ${account} where id = ${newJob.workerId}`
          .execute(db)
          .then(() => null),
    }
  })
  const holds = async () =>
    (
      await owner.query(
        'select from access.granted where worker_id = $1 and scope_id = $2 and valid @> clock_timestamp()',
        [newJob.workerId, family.id],
      )
    ).rowCount

  test.each(meetings)('while they are given a part in it at that job (%s)', async (how) => {
    const invite = deed(
      family.coordinator,
      sql`cases.invite(${randomUUID()}, ${family.id}, ${newJob.workerId}, null, null)`,
    )
    const met = await meet(how, invite, known)
    expect(met.end).toBeNull()
    expect(met.deed === null).toBe(how === 'deed first')
    expect(await holds()).toBe(0)
    expect(
      (
        await owner.query(
          'select from cases.team_member where worker_id = $1 and answer is null and left_at is null',
          [newJob.workerId],
        )
      ).rowCount,
    ).toBe(0)
    await expectGrantsDerivedAnew()
  })

  test.each(meetings)('while a case is opened about that family (%s)', async (how) => {
    await done(
      answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    )
    const opened = randomUUID()
    const concern = await aConcern(database, partnership, { by: partnership.of(school).workers[1] })
    const open = deed(
      partnership.centre.head,
      sql`concerns.take_up(${concern}, ${opened}, ${aCode()}, ${family.householdId}, 'Rodzina Zmyślona', null, null)`,
    )
    expect(await meet(how, open, known)).toEqual({ deed: null, end: null })
    const barred = await owner.query('select from access.barred where scope_id = $1 and worker_id = $2', [
      opened,
      newJob.workerId,
    ])
    expect(barred.rowCount).toBe(1)
    await expectGrantsDerivedAnew()
  })

  test.each(meetings)('while somebody else is kept from it (%s)', async (how) => {
    const exclude = deed(
      family.coordinator,
      sql`cases.exclude(${randomUUID()}, ${family.id}, ${partnership.of(school).workers[1].workerId}, 'neighbour')`,
    )
    expect(await meet(how, exclude, known)).toEqual({ deed: null, end: null })
    const barred = await owner.query('select from access.barred where scope_id = $1', [family.id])
    expect(barred.rowCount).toBe(3)
  })
})

describe('consent is withdrawn', () => {
  test.each(meetings)('while its receiver accepts (%s)', async (how) => {
    const basis = await aConsent(database, family, { about: family.mother, to: partnership.of(police) })
    const invitation = await invited(database, family, officer)
    const accept = deed(officer, sql`cases.answer_invitation(${invitation}, 'accepted', null)`)
    const withdraw = deed(family.coordinator, sql`consents.withdraw(${basis}, 'ustnie')`)
    expect(await meet(how, accept, withdraw)).toEqual({ deed: null, end: null })
    expect(await sees(officer)).toBe(1)
    expect(await sees(officer, 'households.person')).toBe(0)
    await expectGrantsDerivedAnew()
  })
  test('while its receiver reads: their next question is answered without it', async () => {
    const basis = await aConsent(database, family, { about: family.mother, to: partnership.of(police) })
    await onTheTeam(database, family, officer)
    await acting(database, officer, async (db) => {
      const people = async () => (await sql`select from households.person`.execute(db)).rows.length
      expect(await people()).toBe(1)
      await done(answerOf(database, family.coordinator, sql`consents.withdraw(${basis}, 'ustnie')`))
      expect(await people()).toBe(0)
    })
  })
})

describe('joint work, accepted by somebody there while it ends', () => {
  const there = () => partnership.of(police).id
  const sign = async (about: string, signer: string) => {
    const sheet = randomUUID()
    const by = family.coordinator
    await done(
      answerOf(
        database,
        by,
        sql`consents.ask_sheet(${sheet}, ${family.id}, ${about}, ${signer}, ${[there()]}::uuid[], '{file}')`,
      ),
    )
    await done(
      answerOf(
        database,
        by,
        sql`consents.answer_sheet(${sheet}, 'paper_signed', splot.today_pl(), splot.today_pl() + 90, ${[there()]}::uuid[], '{file}', '{}')`,
      ),
    )
  }
  const endings: [string, () => Promise<Deed>][] = [
    [
      'withdrawn',
      async () => {
        await sign(family.mother.id, family.mother.id)
        return deed(
          family.coordinator,
          sql`consents.withdraw_ticks(${family.id}, ${family.mother.id}, ${family.mother.id}, null, null, 'ustnie')`,
        )
      },
    ],
    [
      'narrowed by a new sheet',
      async () => {
        await sign(family.mother.id, family.mother.id)
        const sheet = randomUUID()
        await done(
          answerOf(
            database,
            family.coordinator,
            sql`consents.ask_sheet(${sheet}, ${family.id}, ${family.mother.id}, ${family.mother.id}, ${[there()]}::uuid[], '{file}')`,
          ),
        )
        return deed(
          family.coordinator,
          sql`consents.answer_sheet(${sheet}, 'paper_signed', splot.today_pl(), splot.today_pl() + 90, '{}', '{}', '{}')`,
        )
      },
    ],
    [
      'authority over the child is contested',
      async () => {
        const relation = randomUUID()
        await acting(database, family.coordinator, (db) =>
          sql`insert into households.relation (id, household_id, person_id, to_person_id, kind, authority)
            values (${relation}, ${family.householdId}, ${family.mother.id}, ${family.child.id}, 'mother', 'full')`.execute(
            db,
          ),
        )
        await sign(family.child.id, family.mother.id)
        return {
          by: family.coordinator,
          does: async (db) => {
            await sql`update households.relation set authority = 'contested' where id = ${relation}`.execute(
              db,
            )
            return null
          },
        }
      },
    ],
  ]
  for (const [what, ends] of endings)
    test.each(meetings)(`${what} (%s)`, async (how) => {
      const invitation = await invited(database, family, officer)
      const end = await ends()
      const accept = deed(officer, sql`cases.answer_invitation(${invitation}, 'accepted', null)`)
      expect(await meet(how, accept, end)).toEqual({ deed: null, end: null })
      expect(await sees(officer)).toBe(1)
      expect(await sees(officer, 'households.person')).toBe(0)
      await expectGrantsDerivedAnew()
      const { rows } = await owner.query(
        'select from consents.exchange where scope_id = $1 and period @> clock_timestamp()',
        [family.id],
      )
      expect(rows, 'nor does the register say that it goes on').toEqual([])
    })
})

describe('a basket', () => {
  let item: string
  const asked = async () => {
    const goal = randomUUID()
    item = randomUUID()
    await acting(database, family.coordinator, async (db) => {
      const by = family.coordinator.workerId
      await sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${goal}, ${family.id}, 'education', 'file', 'Szkoła.', ${by})`.execute(
        db,
      )
      await sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
        select ${item}, ${family.id}, ${goal}, 'file', min(code), 'file', 'Korepetycje.', ${partnership.of(school).id}, ${by} from directory.service_kind where class = 'file'`.execute(
        db,
      )
    })
  }
  const ask = (): Deed => ({
    by: family.coordinator,
    does: (db) =>
      sql<{ obstacle: string | null }>`select baskets.ask(${item}) as obstacle`
        .execute(db)
        .then(({ rows }) => rows[0]!.obstacle),
  })
  const point = async () =>
    (await owner.query('select point_id from baskets.item where id = $1', [item])).rows[0].point_id
  const teacher = () => partnership.of(school).workers[0]
  const duty = async () => {
    const id = randomUUID()
    await acting(database, partnership.of(school).head, (db) =>
      sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (${id}, ${partnership.of(school).id}, ${teacher().workerId}, 'duty', tstzrange(now(), null), ${partnership.of(school).head.workerId})`.execute(
        db,
      ),
    )
    return id
  }

  test.each(meetings)('is asked of an institution whose duty contact changes (%s)', async (how) => {
    await asked()
    const delegation = await duty()
    const end: Deed = {
      by: partnership.of(school).head,
      does: (db) =>
        sql`update institutions.delegation set period = tstzrange(lower(period), now()) where id = ${delegation}`
          .execute(db)
          .then(() => null),
    }
    expect(await meet(how, ask(), end)).toEqual({ deed: null, end: null })
    expect(await sees(teacher(), 'referrals.point')).toBe(0)
    expect(await sees(partnership.of(school).head, 'referrals.point')).toBe(1)
    await expectGrantsDerivedAnew()
  })
  test.each(meetings)(
    'is answered for the family by a coordinator who stops working there (%s)',
    async (how) => {
      await asked()
      const { coordinator } = family
      const answer = deed(
        coordinator,
        sql`baskets.record_family_answer(${item}, 1, 'yes', null, 'in_person', splot.today_pl(), '{}')`,
      )
      expect(await meet(how, answer, stopsWorking(coordinator))).toEqual({
        deed: how === 'deed first' ? null : 'not-found',
        end: true,
      })
    },
  )
  test.each(meetings)('is asked of an institution that leaves (%s)', async (how) => {
    await asked()
    const { deed: answer, end } = await meet(how, ask(), leaves(school))
    expect(end).toBe(true)
    expect(answer).toBe(how === 'deed first' ? null : 'provider-cannot-be-asked')
    expect(await point()).toBeNull()
    const { rows } = await owner.query(
      'select p.withdrawn_because as why from baskets.asking a join referrals.point p on p.id = a.point_id where a.item_id = $1',
      [item],
    )
    expect(rows).toEqual(how === 'deed first' ? [{ why: 'left_partnership' }] : [])
    expect(await sees(partnership.of(school).head, 'referrals.point')).toBe(0)
    await expectGrantsDerivedAnew()
  })
  const accepts = async () =>
    deed(
      partnership.of(school).head,
      sql`referrals.answer_point(${await point()}, 1, 'accepted', null, null, null, null)`,
    )
  const stateOfIt = async () =>
    (
      await owner.query(
        `select i.point_id is not null as stands, p.answer, p.withdrawn_because as why
         from baskets.item i join baskets.asking a on a.item_id = i.id join referrals.point p on p.id = a.point_id where i.id = $1`,
        [item],
      )
    ).rows
  test.each(meetings)('is accepted while it is worded anew (%s)', async (how) => {
    await asked()
    await acting(database, family.coordinator, (db) => ask().does(db))
    const reworded: Deed = {
      by: family.coordinator,
      does: (db) =>
        sql`update baskets.item set what = 'Korepetycje z matematyki', version = version + 1 where id = ${item}`
          .execute(db)
          .then(() => null),
    }
    expect(await meet(how, await accepts(), reworded)).toEqual({
      deed: how === 'deed first' ? null : 'changed-meanwhile',
      end: null,
    })
    expect(await stateOfIt()).toEqual([
      how === 'deed first'
        ? { stands: false, answer: 'accepted', why: 'plan_changed' }
        : { stands: true, answer: null, why: null },
    ])
    await expectGrantsDerivedAnew()
  })
  test.each(meetings)('is accepted while the consent of whom it is for is withdrawn (%s)', async (how) => {
    await asked()
    const consent = await aConsent(database, family, { about: family.child, to: partnership.of(school) })
    await acting(database, family.coordinator, (db) =>
      sql`insert into baskets.item_person (item_id, scope_id, person_id) values (${item}, ${family.id}, ${family.child.id})`.execute(
        db,
      ),
    )
    await acting(database, family.coordinator, (db) => ask().does(db))
    const withdraw = deed(family.coordinator, sql`consents.withdraw(${consent}, 'ustnie')`)
    const met = await meet(how, await accepts(), withdraw)
    expect(met.end).toBeNull()
    expect(met.deed).toBe(how === 'deed first' ? null : 'not-found')
    expect(await stateOfIt()).toEqual([
      { stands: false, answer: how === 'deed first' ? 'accepted' : null, why: 'consent_withdrawn' },
    ])
    await expectGrantsDerivedAnew()
  })
  test.each(meetings)('is accepted while its institution leaves (%s)', async (how) => {
    await asked()
    await acting(database, family.coordinator, (db) => ask().does(db))
    const { deed: answer, end } = await meet(how, await accepts(), leaves(school))
    expect(end).toBe(true)
    expect(answer).toBe(how === 'deed first' ? null : 'not-found')
    expect(await stateOfIt()).toEqual([
      { stands: false, answer: how === 'deed first' ? 'accepted' : null, why: 'left_partnership' },
    ])
    expect(await sees(partnership.of(school).head, 'referrals.point')).toBe(0)
    await expectGrantsDerivedAnew()
  })
  test.each(meetings)('names somebody who is excluded (%s)', async (how) => {
    await asked()
    const named: Deed = {
      by: family.coordinator,
      does: (db) =>
        sql`update baskets.item set worker_id = ${teacher().workerId}, version = version + 1 where id = ${item}`
          .execute(db)
          .then(() => null),
    }
    const exclude = deed(
      family.coordinator,
      sql`cases.exclude(${randomUUID()}, ${family.id}, ${teacher().workerId}, 'kin')`,
    )
    // Begun anew, as after any serialization failure, it is refused.
    expect(await meet(how, named, exclude)).toEqual({
      deed: how === 'deed first' ? null : '40001',
      end: null,
    })
    const { rows } = await owner.query('select worker_id from baskets.item where id = $1', [item])
    expect(rows).toEqual([{ worker_id: null }])
  })
  test('is answered by two at once: the second hears of the first', async () => {
    await asked()
    await duty()
    await acting(database, family.coordinator, (db) => ask().does(db))
    const asks = await point()
    const answer = (said: string, reason: string | null) =>
      deed(teacher(), sql`referrals.answer_point(${asks}, 1, ${said}, ${reason}, null, null, null)`)
    const reason = 'no_capacity'
    expect(await atOnce(answer('accepted', null), answer('declined', reason))).toEqual({
      first: null,
      second: 'point-already-answered',
      waited: true,
    })
  })
  test('is frozen twice at once: there is one version', async () => {
    await asked()
    await acting(database, family.coordinator, (db) => ask().does(db))
    await done(
      answerOf(
        database,
        partnership.of(school).head,
        sql`referrals.answer_point(${await point()}, 1, 'accepted', null, null, null, null)`,
      ),
    )
    await done(
      answerOf(
        database,
        family.coordinator,
        sql`baskets.record_family_answer(${item}, 1, 'yes', null, 'in_person', splot.today_pl(), '{}')`,
      ),
    )
    const freeze = () => deed(family.coordinator, sql`baskets.freeze_ready(${randomUUID()}, ${family.id})`)
    expect(await atOnce(freeze(), freeze())).toEqual({ first: 1, second: 0, waited: true })
  })
  test.each(meetings)('is fixed by a coordinator who stops working there (%s)', async (how) => {
    const [assessment, { coordinator }] = [randomUUID(), family]
    await acting(database, coordinator, async (db) => {
      await sql`insert into assessments.assessment (id, scope_id, opened_by) values (${assessment}, ${family.id}, ${coordinator.workerId})`.execute(
        db,
      )
      await sql`insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level) values (${randomUUID()}, ${assessment}, ${family.id}, 'housing', 'file', 3)`.execute(
        db,
      )
    })
    const fix = deed(coordinator, sql`assessments.fix(${assessment}, splot.today_pl(), '{mama}')`)
    expect(await meet(how, fix, stopsWorking(coordinator))).toEqual({
      deed: how === 'deed first' ? null : 'not-found',
      end: true,
    })
  })
  test.each(['fix', 'write'])(
    'a level is written while the assessment is fixed (%s first)',
    async (first) => {
      const assessment = randomUUID()
      const { coordinator } = family
      const write = (domain: string) => (db: Kysely<DB>) =>
        sql`insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level) values (${randomUUID()}, ${assessment}, ${family.id}, ${domain}, 'file', 3)`
          .execute(db)
          .then(() => null)
      await acting(database, coordinator, async (db) => {
        await sql`insert into assessments.assessment (id, scope_id, opened_by) values (${assessment}, ${family.id}, ${coordinator.workerId})`.execute(
          db,
        )
        await write('education')(db)
      })
      const fix = deed(coordinator, sql`assessments.fix(${assessment}, splot.today_pl(), '{mama}')`)
      const late = { by: coordinator, does: write('housing') }
      expect(first === 'fix' ? await atOnce(fix, late) : await atOnce(late, fix)).toEqual({
        first: null,
        second: first === 'fix' ? 'SP001' : null,
        waited: true,
      })
    },
  )
})

describe('a sheet about a child is answered while what it stands on ends', () => {
  const endings: [string, () => Deed][] = [
    ['the institution leaves', () => leaves(police)],
    [
      'the last of the institution leaves the team',
      () => ({
        by: family.coordinator,
        does: async (db) =>
          (
            await sql<{
              answer: unknown
            }>`select cases.end_part(t.id, 'koniec') as answer from cases.team_member t
              where t.case_id = ${family.id} and t.worker_id = ${officer.workerId}`.execute(db)
          ).rows[0]!.answer,
      }),
    ],
    [
      'the case is closed',
      () => deed(family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    ],
    [
      'authority becomes contested',
      () => ({
        by: family.coordinator,
        does: async (db) => {
          await sql`update households.relation set authority = 'contested' where household_id = ${family.householdId}`.execute(
            db,
          )
          return null
        },
      }),
    ],
    [
      'it goes on without who signed',
      () =>
        deed(
          family.coordinator,
          sql`consents.go_on_without(${randomUUID()}, ${family.id}, ${family.child.id}, ${family.mother.id}, 'Zakaz kontaktu.')`,
        ),
    ],
  ]
  for (const [what, ends] of endings)
    test.each(meetings)(`${what} (%s)`, async (how) => {
      await onTheTeam(database, family, officer)
      const sheet = randomUUID()
      await acting(database, family.coordinator, async (db) => {
        await sql`insert into households.relation (id, household_id, person_id, to_person_id, kind, authority)
          values (${randomUUID()}, ${family.householdId}, ${family.mother.id}, ${family.child.id}, 'mother', 'full')`.execute(
          db,
        )
      })
      const [institutions, classes] = [[partnership.of(police).id], ['file']]
      await done(
        answerOf(
          database,
          family.coordinator,
          sql`consents.ask_sheet(${sheet}, ${family.id}, ${family.child.id}, ${family.mother.id}, ${institutions}::uuid[], ${classes}::text[])`,
        ),
      )
      const answer = deed(
        family.coordinator,
        sql`consents.answer_sheet(${sheet}, 'paper_signed', splot.today_pl(), splot.today_pl() + 90, ${institutions}::uuid[], ${classes}::text[], '{}')`,
      )
      await meet(how, answer, ends())
      expect(await sees(officer, 'households.person')).toBe(0)
      const open = await owner.query(
        'select from consents.exchange where scope_id = $1 and period @> now()',
        [family.id],
      )
      expect(open.rowCount).toBe(0)
      await expectGrantsDerivedAnew()
    })

  test('by two at once: it is answered once', async () => {
    await onTheTeam(database, family, officer)
    const sheet = randomUUID()
    const [institutions, classes] = [[partnership.of(police).id], ['file']]
    await done(
      answerOf(
        database,
        family.coordinator,
        sql`consents.ask_sheet(${sheet}, ${family.id}, ${family.mother.id}, ${family.mother.id}, ${institutions}::uuid[], ${classes}::text[])`,
      ),
    )
    const answer = () =>
      deed(
        family.coordinator,
        sql`consents.answer_sheet(${sheet}, 'paper_signed', splot.today_pl(), splot.today_pl() + 90, ${institutions}::uuid[], ${classes}::text[], '{}')`,
      )
    expect(await atOnce(answer(), answer())).toEqual({
      first: null,
      second: 'sheet-already-answered',
      waited: true,
    })
    const kept = await owner.query('select from consents.exchange where scope_id = $1 and period @> now()', [
      family.id,
    ])
    expect(kept.rowCount).toBe(1)
    await expectGrantsDerivedAnew()
  })
})

describe('a referral is answered', () => {
  let sender: Worker
  let answering: Worker
  let referral: string
  let point: string
  beforeEach(async () => {
    ;[sender] = partnership.of(police).workers
    answering = partnership.of(school).head
    ;[referral, point] = [randomUUID(), randomUUID()]
    await acting(database, sender, async (db) => {
      await sql`insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, about_as, urgency, basis, basis_until)
        values (${referral}, ${referral}, ${partnership.id}, ${sender.institutionId}, ${sender.workerId}, ${answering.institutionId}, 'boy', 'usual', 'person', splot.today_pl() + 30)`.execute(
        db,
      )
      await sql`insert into referrals.particulars (referral_id, scope_id, who, words, agreed_form, agreed_on)
        values (${referral}, ${referral}, 'Jan Zmyślony', 'Prosimy.', 'paper_signed', splot.today_pl())`.execute(
        db,
      )
      await sql`insert into referrals.point (id, referral_id, scope_id, n, what) values (${point}, ${referral}, ${referral}, 1, 'Rozmowa')`.execute(
        db,
      )
    })
  })
  const answers = (by: Worker, said: string, reason: string | null = null) =>
    deed(by, sql`referrals.answer_point(${point}, 1, ${said}, ${reason}, null, null, null)`)

  const endings: [string, () => Deed, (how: string) => unknown[]][] = [
    [
      'the consent is withdrawn',
      () => deed(sender, sql`referrals.withdraw_basis(${referral})`),
      () => ['not-found', '40001'],
    ],
    ['the receiver leaves', () => leaves(school), () => ['not-found', '40001']],
    ['the sender’s institution leaves', () => leaves(police), () => ['not-found', '40001']],
    [
      'who answers stops working there',
      () =>
        deed(
          partnership.of(school).head,
          sql`institutions.end_work(${partnership.of(school).workers[0].workerId})`,
        ),
      () => ['not-found', '40001', 'point-already-answered'],
    ],
    [
      'it is taken back',
      () => deed(sender, sql`referrals.withdraw(${referral}, array[${point}::uuid], 'plan_changed')`),
      () => ['not-found', '40001', 'point-already-answered'],
    ],
  ]
  for (const [what, ends, refused] of endings)
    test.each(meetings)(`while ${what} (%s)`, async (how) => {
      if (what === 'who answers stops working there') {
        answering = partnership.of(school).workers[0]
        await acting(database, partnership.of(school).head, (db) =>
          sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
            values (${randomUUID()}, ${answering.institutionId}, ${answering.workerId}, 'duty', tstzrange(now(), null), ${partnership.of(school).head.workerId})`.execute(
            db,
          ),
        )
      }
      const said = await meet(how, answers(answering, 'accepted'), ends())
      expect([null, true]).toContain(said.end)
      if (how === 'deed first') expect(said.deed).toBeNull()
      else expect(refused(how)).toContain(said.deed)
      expect(await sees(answering, 'referrals.particulars')).toBe(0)
      await expectGrantsDerivedAnew()
    })

  test('by two colleagues: one answer stands, the other is told so', async () => {
    const other = partnership.of(school).workers[1]
    answering = partnership.of(school).workers[0]
    for (const who of [answering, other])
      await acting(database, partnership.of(school).head, (db) =>
        sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
          values (${randomUUID()}, ${who.institutionId}, ${who.workerId}, 'duty', tstzrange(now(), null), ${partnership.of(school).head.workerId})`.execute(
          db,
        ),
      )
    const { first, second, waited } = await atOnce(
      answers(answering, 'accepted'),
      answers(other, 'declined', 'no_capacity'),
    )
    expect(waited).toBe(true)
    expect(first).toBeNull()
    expect(['point-already-answered', '40001']).toContain(second)
    expect(await sees(other, 'referrals.particulars')).toBe(1)
    const kept = await owner.query('select step from referrals.feedback where point_id = $1', [point])
    expect(kept.rows).toEqual([{ step: 'accepted' }])
  })

  test.each(meetings)('sent while the receiver leaves (%s)', async (how) => {
    const id = randomUUID()
    const send: Deed = {
      by: sender,
      does: async (db) => {
        const [held] = (
          await sql<{
            may: boolean
          }>`select referrals.hold_way(${partnership.id}, ${answering.institutionId}) as may`.execute(db)
        ).rows
        if (!held!.may) return 'cannot-be-asked'
        await sql`insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, about_as, urgency, basis, basis_until)
          values (${id}, ${id}, ${partnership.id}, ${sender.institutionId}, ${sender.workerId}, ${answering.institutionId}, 'boy', 'usual', 'person', splot.today_pl() + 30)`.execute(
          db,
        )
        await sql`insert into referrals.point (id, referral_id, scope_id, n, what) values (${randomUUID()}, ${id}, ${id}, 1, 'Rozmowa')`.execute(
          db,
        )
        return null
      },
    }
    const said = await meet(how, send, leaves(school))
    expect(said).toEqual({ deed: how === 'deed first' ? null : 'cannot-be-asked', end: true })
    const open = await owner.query(
      'select from referrals.point where scope_id = any ($1) and withdrawn_at is null',
      [[id, referral]],
    )
    expect(open.rowCount).toBe(0)
    await expectGrantsDerivedAnew()
  })
})

describe('an urgent message is acknowledged', () => {
  let matter: string
  let addressee: string
  let colleague: Worker
  beforeEach(async () => {
    colleague = partnership.of(police).workers[1]
    for (const worker of [officer, colleague]) await onTheTeam(database, family, worker)
    matter = randomUUID()
    const message = randomUUID()
    await done(
      answerOf(
        database,
        family.coordinator,
        sql`messages.start_matter(${matter}, ${family.id}, 'Kto otworzy', ${[officer.institutionId]}::uuid[], ${[null]}::uuid[])`,
      ),
    )
    await done(
      answerOf(
        database,
        family.coordinator,
        sql`messages.write_message(${message}, ${matter}, 'request', '{}', 'Kto może?', null, clock_timestamp() + interval '1 hour',
          ${[officer.institutionId]}::uuid[], ${[null]}::uuid[], '{}')`,
      ),
    )
    addressee = (await owner.query('select id from messages.addressee where message_id = $1', [message]))
      .rows[0].id
  })
  const says = (who: Worker, answer: 'take' | 'cannot') =>
    deed(who, sql`messages.acknowledge(${addressee}, ${answer}, null)`)

  test('by two colleagues at once: one of them says it', async () => {
    const { first, second, waited } = await atOnce(says(officer, 'take'), says(colleague, 'cannot'))
    expect({ waited, first }).toEqual({ waited: true, first: null })
    expect(['already-acknowledged', '40001']).toContain(second)
    const kept = await owner.query('select answer, answered_by from messages.addressee where id = $1', [
      addressee,
    ])
    expect(kept.rows).toEqual([{ answer: 'take', answered_by: officer.workerId }])
  })

  const endings: [string, () => Deed][] = [
    ['the institution leaves', () => leaves(police)],
    [
      'the worker is excluded',
      () =>
        deed(
          family.coordinator,
          sql`cases.exclude(${randomUUID()}, ${family.id}, ${officer.workerId}, 'kin')`,
        ),
    ],
    ['the matter is settled', () => deed(family.coordinator, sql`messages.settle_matter(${matter}, null)`)],
    [
      'the case is closed',
      () => deed(family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    ],
  ]
  for (const [what, ends] of endings)
    test.each(meetings)(`while ${what} (%s)`, async (how) => {
      const answers = await meet(how, says(officer, 'take'), ends())
      expect([null, true]).toContain(answers.end)
      expect(answers.deed === null).toBe(how === 'deed first')
      const open = await owner.query('select from asks.ask where subject_id = $1 and outcome is null', [
        addressee,
      ])
      expect(open.rowCount).toBe(
        how === 'deed first' || what.startsWith('the matter') || what.startsWith('the case') ? 0 : 1,
      )
      await expectGrantsDerivedAnew()
    })
})
