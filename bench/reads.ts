import { randomBytes, randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import { caseById, teamOf } from '../src/cases/questions.ts'
import { newsSince, today, whatIsDue, whomIWaitFor, whoWaitsForMe } from '../src/day/questions.ts'
import { casesIKnow, casesInAList, standingOf } from '../src/families/questions.ts'
import { peopleCalled } from '../src/households/questions.ts'
import { beginActing } from '../src/institutions/acting.ts'
import { answerTimesOf } from '../src/partnerships/questions.ts'
import type { Database } from '../src/platform/database/open.ts'
import type { Statement } from '../src/platform/database/packet.ts'
import { type Actor, actAs, lineOn } from '../src/platform/database/work.ts'
import { lookAt } from '../src/platform/journal/look.ts'
import { timelineOf } from '../src/timeline/questions.ts'
import { casePage, latestOfCoordinator, list, session, team, timeline } from './baselines.ts'
import { tell, tellGrowth, timed } from './figures.ts'

export type Cast = { usual: Actor; busy: Actor & { account: string }; account: string; caseId: string }

/** The latest twenty entries in any of my families. */
const latestOfMine = sql`
  select e.* from journal.entry e where e.scope_id = any ((select access.my_scopes('pointer'))::uuid[])
  order by e.at desc, e.id desc limit 20`

/** The coordinator with most families, one in the middle, and one of the latter's families. */
export async function castOf(owner: pg.Client): Promise<Cast> {
  const { rows } = await owner.query<Actor & { account: string }>(`
    select w.id as "workerId", w.institution_id as "institutionId", w.account_id as account
    from cases.coordinator k join institutions.worker w on w.id = k.worker_id group by w.id order by count(*), w.id`)
  const usual = rows[rows.length >> 1]!
  const { rows: cases } = await owner.query<{ id: string }>(
    'select case_id as id from cases.coordinator where worker_id = $1 order by 1 limit 1',
    [usual.workerId],
  )
  return { usual, busy: rows.at(-1)!, account: usual.account, caseId: cases[0]!.id }
}

/** A session of an account, as signing in makes one. */
async function sessionFor(owner: pg.Client, account: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await owner.query(
    `insert into identity."session" ("expiresAt", token, "updatedAt", "userId") values (now() + interval '1 hour', $1, now(), $2)`,
    [token, account],
  )
  return token
}

/**
 * What people read all day, as a request reads it: session, work, narrowing, the question, the end. Beside it the same
 * answers by hand-written SQL without any guard, with a session and a transaction around it.
 */
export async function reads(database: Database, owner: pg.Client, cast: Cast, families: number) {
  const { usual, busy, caseId } = cast
  const tokens = { usual: await sessionFor(owner, cast.account), busy: await sessionFor(owner, busy.account) }
  const byHand =
    (token: string, ...statements: [text: string, value: string][]) =>
    async () => {
      await owner.query('begin')
      await owner.query({ name: 'session', text: session, values: [token] })
      for (const [text, value] of statements)
        await owner.query({ name: text.slice(0, 60), text, values: [value] })
      await owner.query('commit')
    }
  const client = await database.app.connect()
  const line = lineOn(client)
  const said = (question: RawBuilder<unknown>): Statement => {
    const { sql: text, parameters: values } = question.compile(line.db)
    return { text, values }
  }
  const read =
    (token: string, scope: string | undefined, ...questions: RawBuilder<unknown>[]) =>
    async () => {
      line.begin(beginActing(token, scope))
      const statements = questions.map(said)
      const last = statements.pop()!
      if (statements.length) await line.askTogether(statements)
      await line.askLast(last)
    }
  const compare = async (
    name: string,
    ours: () => Promise<unknown>,
    hand: () => Promise<unknown>,
    least = 0.5,
  ) => {
    const baseline = await timed(hand)
    const { p50 } = await timed(ours)
    const ratio = baseline.p50 / p50
    tell({
      name,
      value: p50,
      unit: 'ms',
      baseline: baseline.p50,
      ratio,
      bar: `≥ ${least} of the join`,
      met: ratio >= least,
      families,
    })
    return p50
  }
  const listFor = (token: string) => async () => {
    line.begin(beginActing(token, undefined))
    const { rows } = await line.ask(said(casesIKnow({ limit: 20, show: 'open' })))
    const ids = rows.map(({ id }) => id as string)
    line.write(said(sql`select access.enter(${ids})`))
    await line.askLast(said(casesInAList(ids)))
  }
  const usualList = 'list of my cases, usual worker'
  tellGrowth(
    usualList,
    await compare(usualList, listFor(tokens.usual), byHand(tokens.usual, [list, usual.workerId])),
    families,
  )
  await compare(
    'list of my cases, busy worker',
    listFor(tokens.busy),
    byHand(tokens.busy, [list, busy.workerId]),
  )
  const page = read(
    tokens.usual,
    caseId,
    caseById(caseId, usual.workerId),
    standingOf(caseId),
    teamOf(caseId),
  )
  const pageByHand = byHand(tokens.usual, [casePage, caseId], [team, caseId])
  tellGrowth('case page', await compare('case page', page, pageByHand), families)
  const latest = read(tokens.usual, caseId, timelineOf(caseId, { limit: 20 }))
  await compare('timeline', latest, byHand(tokens.usual, [timeline, caseId]))
  for (const [who, { workerId }] of [
    ['usual', usual],
    ['busy', busy],
  ] as const) {
    const questions = [newsSince(workerId), whoWaitsForMe, whomIWaitFor, whatIsDue(workerId), today]
    const { p95 } = await timed(read(tokens[who], undefined, ...questions))
    tell({ name: `my day, ${who} worker, p95`, value: p95, unit: 'ms', bar: '< 20', met: p95 < 20, families })
  }
  // Across all families of somebody who coordinates very many: each row is asked for by itself.
  await compare(
    'journal of all my families, busy worker',
    read(tokens.busy, undefined, latestOfMine),
    byHand(tokens.busy, [latestOfCoordinator, busy.workerId]),
    0.33,
  )
  client.release()

  const exact = await timed(() =>
    owner.query({
      name: 'exact',
      text: 'select * from households.name where person_id = $1',
      values: [caseId],
    }),
  )
  for (const [who, actor] of [
    ['usual', usual],
    ['busy', busy],
  ] as const)
    for (const asked of ['Probna Karolna', 'Zmyslona', 'Domyslna Halina']) {
      const name = `search „${asked}”, ${who} worker, p95`
      const { p50, p95 } = await timed(() =>
        actAs(database.app, actor, (db) => peopleCalled(asked).execute(db)),
      )
      tell({
        name,
        value: p95,
        unit: 'ms',
        baseline: exact.p95,
        ratio: exact.p95 / p95,
        bar: '< 60',
        met: p95 < 60,
        families,
      })
      if (who === 'usual') tellGrowth(name.replace(', p95', ''), p50, families)
    }
}

/** How long one waits for answers: the board of the largest partnership and of a usual one, as the leading head asks it. */
export async function boards(database: Database, owner: pg.Client, { usual, busy }: Cast, families: number) {
  for (const [who, { institutionId }] of [
    ['usual', usual],
    ['largest', busy],
  ] as const) {
    const { rows } = await owner.query<Actor & { partnership: string }>(
      `select h.worker_id as "workerId", h.institution_id as "institutionId", p.id as partnership
       from partnerships.partnership p join institutions.head h on h.institution_id = p.leading_institution_id
       where p.leading_institution_id = $1`,
      [institutionId],
    )
    const { partnership, ...head } = rows[0]!
    for (const [what, of] of [
      ['of the partnership', partnership],
      ['of the institution', null],
    ] as const) {
      const { p95 } = await timed(() =>
        actAs(database.app, head, (db) => answerTimesOf(of, '2026-01-01').execute(db)),
      )
      tell({
        name: `board of answer times ${what}, ${who}, p95`,
        value: p95,
        unit: 'ms',
        bar: '< 150',
        met: p95 < 150,
        families,
      })
    }
  }
}

/** What the parts of a request take, one after the other on one connection; each is told without those before it. */
export async function parts(database: Database, owner: pg.Client, cast: Cast, families: number) {
  const { usual, caseId, account } = cast
  const token = await sessionFor(owner, account)
  const client = await database.app.connect()
  const line = lineOn(client)
  const { db } = line
  const asked = async (work: () => Promise<unknown>, scope?: string) => {
    line.begin(beginActing(token, scope))
    await work()
    await line.end()
  }
  const question = timelineOf(caseId, { limit: 20 })
  const empty = await timed(async () => {
    await client.query('begin')
    await client.query('commit')
  })
  const begun = await timed(() => asked(async () => undefined))
  const narrowed = await timed(() => asked(async () => undefined, caseId))
  const looked = await timed(async () => {
    line.begin(beginActing(token, caseId))
    await line.end(lookAt(usual, randomUUID(), 'case'))
  })
  const read = await timed(() => asked(() => question.execute(db), caseId))
  const { sql: text, parameters } = question.compile(db)
  const unguarded = await timed(() => owner.query({ name: 'timeline', text, values: [...parameters] }))
  for (const [name, value] of [
    ['transaction', empty.p50],
    ['session and worker', begun.p50 - empty.p50],
    ['narrowing to one case', narrowed.p50 - begun.p50],
    ['noting the look', looked.p50 - narrowed.p50],
    ['the question itself (timeline), unguarded', unguarded.p50],
    ['row security on it', read.p50 - narrowed.p50 - unguarded.p50],
  ] as const)
    tell({ name: `part of a request: ${name}`, value, unit: 'ms', families })
  client.release()
}

/** What a fact costs that touches all cases of one institution: its head's stand-in begins; and all derived from nothing. */
export async function deriving(owner: pg.Client, { busy }: Cast, families: number) {
  const { rows } = await owner.query<{ ids: string[] }>(
    'select array_agg(case_id) as ids from cases.lead where institution_id = $1',
    [busy.institutionId],
  )
  const { ids } = rows[0]!
  const deeds: [string, string, unknown[]][] = [
    [
      `a head's stand-in begins, ${ids.length} cases`,
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
       select gen_random_uuid(), $1, w.id, 'stand_in', tstzrange(now(), null), w.id from institutions.worker w
       where w.institution_id = $1 and not exists (select from institutions.head h where h.worker_id = w.id) limit 1`,
      [busy.institutionId],
    ],
    [`grants derived anew for ${ids.length} cases at once`, 'select access.derive($1::uuid[])', [ids]],
  ]
  for (const [name, deed, values] of deeds) {
    await owner.query('begin')
    const began = performance.now()
    await owner.query(deed, values)
    tell({ name, value: (performance.now() - began) / 1000, unit: 's', families })
    await owner.query('rollback')
  }
}
