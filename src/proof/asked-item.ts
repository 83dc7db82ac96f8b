import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asOwner, type Database } from '../platform/database/open.ts'
import type { Case } from './case.ts'
import { acting, answerOf, type Worker } from './partnership.ts'

type Given = {
  to: { id: string }
  /** Who of the institution is named. */
  worker?: Worker
  /** A kind of service; any of class `file` where nobody says. */
  kind?: string
}

/**
 * An item that the coordinator of a family puts into its basket and asks an institution for; and its point. Whoever coordinates may
 * put in more than they may read.
 */
export async function anAskedItem(database: Database, family: Case, { to, worker, kind }: Given) {
  const [goal, item] = [randomUUID(), randomUUID()]
  const by = family.coordinator.workerId
  await acting(database, family.coordinator, async (db) => {
    await sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by)
      values (${goal}, ${family.id}, 'education', 'file', 'Szkoła.', ${by})`.execute(db)
    await sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, worker_id, added_by)
      select ${item}, ${family.id}, ${goal}, 'file', code, class, 'Rozmowy.', ${to.id}, ${worker?.workerId ?? null}, ${by} from directory.service_kind
      where code = ${kind ?? sql`(select min(k.code) from directory.service_kind k where k.class = 'file')`}`.execute(
      db,
    )
  })
  return { item, point: await askedFor(database, family.coordinator, item) }
}

/** Asks the institution of an item; gives the point. */
export async function askedFor(database: Database, by: Worker, item: string): Promise<string> {
  const obstacle = await answerOf(database, by, sql`baskets.ask(${item})`)
  if (obstacle) throw new Error(String(obstacle))
  return asOwner(
    database.ownerUrl,
    async (client) =>
      (await client.query('select point_id from baskets.item where id = $1', [item])).rows[0].point_id,
  )
}

/** What the institution of an item is asked for now. */
export const pointOf = async (rows: (text: string, values?: unknown[]) => Promise<object[]>, item: string) =>
  ((await rows('select point_id as id from baskets.item where id = $1', [item])) as { id: string }[])[0]!.id
