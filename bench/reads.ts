import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import { caseById, teamOf } from '../src/cases/questions.ts'
import { casesIKnow, casesInAList, standingOf } from '../src/families/questions.ts'
import { peopleCalled } from '../src/households/questions.ts'
import { beginActing } from '../src/institutions/acting.ts'
import type { Database } from '../src/platform/database/open.ts'
import type { DB } from '../src/platform/database/schema.ts'
import { type Actor, actAs, lineOn } from '../src/platform/database/work.ts'
import { lookAt } from '../src/platform/journal/look.ts'
import { timelineOf } from '../src/timeline/questions.ts'
import { casePage, list, team, timeline } from './baselines.ts'
import { tell, tellGrowth, timed } from './figures.ts'

export type Cast = { usual: Actor; busy: Actor; account: string; caseId: string }

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

/** What people read all day, beside the same answers by hand-written SQL without any guard. */
export async function reads(database: Database, owner: pg.Client, cast: Cast, families: number) {
  const { usual, busy, caseId } = cast
  const byHand = (text: string, value: string) => () =>
    owner.query({ name: text.slice(0, 60), text, values: [value] })
  const compare = async (
    name: string,
    ours: () => Promise<unknown>,
    baselines: (() => Promise<unknown>)[],
  ) => {
    const hand = await timed(async () => {
      for (const each of baselines) await each()
    })
    const { p50 } = await timed(ours)
    const ratio = hand.p50 / p50
    tell({
      name,
      value: p50,
      unit: 'ms',
      baseline: hand.p50,
      ratio,
      bar: '≥ 0.7 of the join',
      met: ratio >= 0.7,
      families,
    })
    return p50
  }
  const listFor = (actor: Actor) => () =>
    actAs(database.app, actor, async (db) => {
      const { rows } = await casesIKnow({ limit: 20, show: 'open' }).execute(db)
      const ids = rows.map(({ id }) => id)
      await sql`select access.enter(${ids})`.execute(db)
      return casesInAList(ids).execute(db)
    })
  const within = (deed: (db: Kysely<DB>) => Promise<unknown>) => () =>
    actAs(database.app, usual, deed, { within: caseId })

  const usualList = 'list of my cases, usual worker'
  tellGrowth(usualList, await compare(usualList, listFor(usual), [byHand(list, usual.workerId)]), families)
  await compare('list of my cases, busy worker', listFor(busy), [byHand(list, busy.workerId)])
  const page = within(async (db) => {
    await caseById(caseId, usual.workerId).execute(db)
    await standingOf(caseId).execute(db)
    await teamOf(caseId).execute(db)
  })
  tellGrowth(
    'case page',
    await compare('case page', page, [byHand(casePage, caseId), byHand(team, caseId)]),
    families,
  )
  const latest = within((db) => timelineOf(caseId, { limit: 20 }).execute(db))
  await compare('timeline', latest, [byHand(timeline, caseId)])

  const exact = await timed(byHand('select * from households.name where person_id = $1', caseId))
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

/** What the parts of a request take, one after the other on one connection; each is told without those before it. */
export async function parts(database: Database, owner: pg.Client, cast: Cast, families: number) {
  const { usual, caseId, account } = cast
  const token = randomBytes(24).toString('base64url')
  await owner.query(
    `insert into identity."session" ("expiresAt", token, "updatedAt", "userId") values (now() + interval '1 hour', $1, now(), $2)`,
    [token, account],
  )
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
