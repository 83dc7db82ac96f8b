import type pg from 'pg'

const free = 4
const longest = 15 * 60

/**
 * Seconds that a sign-in for this address must still wait: 0 after up to four failures, then 2, 4, 8 … up to 15 minutes.
 * Counted for addresses that nobody has as well, so that it tells nothing.
 */
export async function beforeSignIn(pool: pg.Pool, email: string): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    'select ceil(extract(epoch from blocked_until - now()))::int as seconds from attempt where email = $1 and blocked_until > now()',
    [email],
  )
  return rows[0]?.seconds ?? 0
}

/** Counts a failure, or forgets earlier ones after a success. */
export async function noteSignIn(pool: pg.Pool, email: string, succeeded: boolean): Promise<void> {
  if (succeeded) {
    await pool.query('delete from attempt where email = $1', [email])
    return
  }
  await pool.query(
    `insert into attempt as a (email, failures) values ($1, 1)
     on conflict (email) do update set failures = a.failures + 1,
       blocked_until = case when a.failures + 1 > $2
         then now() + make_interval(secs => least($3, power(2, least(a.failures + 1 - $2, 20)))) end`,
    [email, free, longest],
  )
}
