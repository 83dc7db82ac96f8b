import { createHmac } from 'node:crypto'
import type pg from 'pg'
import type { Keys } from '../keys.ts'

const free = 4
const longest = 15 * 60
const remembered = '1 day'

/**
 * Begins a sign-in for an address, or answers how many seconds it must still wait. Four failures are free, then each
 * makes the next one wait 2, 4, 8 … seconds, up to 15 minutes. An attempt counts as failed from its beginning, so that
 * many at the same moment gain nothing; and it counts for addresses that nobody has as well, so that it tells nothing.
 */
export async function beginSignIn(pool: pg.Pool, keys: Keys, email: string): Promise<number> {
  await pool.query(`delete from attempt where at < now() - interval '${remembered}'`)
  const whose = countedAs(keys, email)
  const { rowCount } = await pool.query(
    `insert into attempt as a (whose, failures) values ($1, 1)
     on conflict (whose) do update set failures = a.failures + 1, at = now(),
       blocked_until = case when a.failures + 1 > $2
         then now() + make_interval(secs => least($3, power(2, least(a.failures + 1 - $2, 20)))) end
     where a.blocked_until is null or a.blocked_until <= now()`,
    [whose, free, longest],
  )
  if (rowCount) return 0
  const { rows } = await pool.query<{ seconds: number }>(
    'select greatest(1, ceil(extract(epoch from blocked_until - now())))::int as seconds from attempt where whose = $1',
    [whose],
  )
  return rows[0]?.seconds ?? 1
}

/** It succeeded: earlier failures are forgotten. */
export async function forgetFailures(pool: pg.Pool, keys: Keys, email: string): Promise<void> {
  await pool.query('delete from attempt where whose = $1', [countedAs(keys, email)])
}

/** Under which name what was typed is counted: who reads the database cannot tell it, be it an address or a password in its place. */
export const countedAs = (keys: Keys, email: string): string =>
  createHmac('sha256', keys.for('attempts')).update(email).digest('hex')
