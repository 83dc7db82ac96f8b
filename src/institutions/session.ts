import type { Database } from '../platform/database/open.ts'
import { notFound } from '../platform/http/problem.ts'
import { type Account, mustHaveFactor } from '../platform/http/work.ts'

/** Who is signed in, as which workers they may act, and as which they do. */
export async function sessionOf(
  { identity, jobs }: Database,
  account: Account,
  mode: 'practice' | 'service',
) {
  if (mode === 'service') await jobs.query('select institutions.note_factor_needs($1)', [account.id])
  const { rows } = await identity.query(
    `select s."actingAs", u."twoFactorEnabled", h.has as "hasFactor",
       case when s."factor" is not null then null when h.has then n.since else n.since + interval '7 days' end as "factorDue"
     from "session" s join "user" u on u.id = s."userId" left join factor_need n on n.account_id = u.id
     cross join lateral (select has_factor(u.id) as has) h where s.id = $1`,
    [account.sessionId],
  )
  const due: Date | null = mode === 'service' ? (rows[0]?.factorDue ?? null) : null
  const workers = await workersOf(jobs, account.id)
  return {
    account: {
      id: account.id,
      name: account.name,
      administrator: account.administrator,
      secondFactor: Boolean(rows[0]?.twoFactorEnabled),
      hasFactor: Boolean(rows[0]?.hasFactor),
      factorDue: due?.toISOString() ?? null,
      factorMissing: due !== null && due.getTime() <= Date.now(),
    },
    worker: workers.find(({ id }) => id === rows[0]?.actingAs) ?? workers[0] ?? null,
    workers,
    mode,
    locale: account.locale,
  }
}

/** Chooses for which institution this session acts. 404 for work that is not this person's or has ended. */
export async function actAs({ identity, jobs }: Database, account: Account, workerId: string) {
  const workers = await workersOf(jobs, account.id)
  if (!workers.some(({ id }) => id === workerId)) throw notFound()
  await identity.query('update "session" set "actingAs" = $2 where id = $1', [account.sessionId, workerId])
  // Pages that are open in other tabs look again, and find that they stand for another.
  await jobs.query(`select pg_notify('splot_live', $1)`, [workerId])
  return {}
}

/** Remembers the language of an account. */
export async function chooseLocale({ identity }: Database, account: Account, locale: 'pl' | 'en') {
  await identity.query('update "user" set "locale" = $2 where id = $1', [account.id, locale])
  return {}
}

/** Where an account is signed in now, the latest first; `device` is the browser's own name for itself. */
export async function sessionsOf({ identity }: Database, account: Account) {
  const { rows } = await identity.query(
    `select id, id = $2 as current, "createdAt" as "startedAt", "expiresAt", "userAgent" as device
     from "session" where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc`,
    [account.id, account.sessionId],
  )
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/** Signs an account out in one place. 404 when the session is not theirs. */
export async function endSession({ identity }: Database, account: Account, id: string) {
  mustHaveFactor(account)
  const { rowCount } = await identity.query('delete from "session" where id = $1 and "userId" = $2', [
    id,
    account.id,
  ])
  if (!rowCount) throw notFound()
  return {}
}

type ActingAs = {
  id: string
  name: string
  position: string
  institutionId: string
  institutionName: string
  isHead: boolean
  oversees: boolean
}

async function workersOf(jobs: Database['jobs'], accountId: string): Promise<ActingAs[]> {
  const { rows } = await jobs.query<ActingAs>(
    `select id, given_name || ' ' || family_name as name, "position", institution_id as "institutionId",
       institution_name as "institutionName", heads as "isHead", oversees from institutions.workers_of_account($1)`,
    [accountId],
  )
  return rows
}
