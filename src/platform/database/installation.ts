import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Keys } from '../keys.ts'
import { Obstacle } from '../obstacle.ts'
import { asOwner, type Found, onConnection } from './open.ts'

export type Mode = 'practice' | 'service'

/** The release of this Splot: `0.1.0`. */
export const release: string = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
).version

/** Is release `a` newer than `b`? */
export function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0
}

/** What a database keeps of its installation: its mode and the fingerprint of its key for good, its last release. */
export async function keptFacts(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select name, value from splot.setting where name in ('mode', 'key', 'release', 'cluster')`,
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/**
 * Writes down whose a database is: the first mode and the first key that claim it have it for good. Practice data never
 * become service data, and no second key ever writes beside the first.
 */
export async function claim(ownerUrl: string, mode: Mode, keys: Keys): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(`insert into splot.setting values ('mode', $1), ('key', $2) on conflict do nothing`, [
      mode,
      keys.fingerprint,
    ])
    const facts = await keptFacts(client)
    if (facts.get('mode') !== mode || facts.get('key') !== keys.fingerprint)
      throw new Obstacle('Inny start zajął tę bazę w tej samej chwili. Sprawdź SPLOT_MODE i SPLOT_KEY.')
    await client.query(
      `insert into splot.setting values ('release', $1) on conflict (name) do update set value = $1`,
      [release],
    )
  })
}

/** Asking and changing are one: of several starts on one database each waits for the one before it. */
export async function oneStartAtATime<T>(found: Found, start: () => Promise<T>): Promise<T> {
  return onConnection(found.ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('splot.starting'))`)
    return start()
  })
}
