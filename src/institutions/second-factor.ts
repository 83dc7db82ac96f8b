import { sql } from 'kysely'
import type { z } from 'zod'
import { inTransactionOf } from '../platform/database/in-transaction.ts'
import { atUtc } from '../platform/database/instants.ts'
import type { Database } from '../platform/database/open.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import { type Account, mustAdminister, type Work } from '../platform/http/work.ts'
import { writeLetter, writeLetterTo } from '../platform/mail/letters.ts'
import type { institutionsContract } from './contract.ts'

type Answer<Name extends keyof typeof institutionsContract> = z.output<
  (typeof institutionsContract)[Name]['answer']
>

/** Demands a second factor of all who work in the institution, or only of whom it is demanded anyway: the head's deed. */
export async function demandFactor(work: Work, forAll: boolean) {
  if (!(await work.ask(sql`institutions.i_head_myself()`)))
    throw new Refusal(403, 'institutions:only-the-head')
  await work.change('institutions.institution', work.actor.institutionId, { factor_for_all: forAll })
  await work.record({
    verb: forAll ? 'factor.demanded' : 'factor.left-free',
    subjectId: work.actor.institutionId,
  })
  return {}
}

/** Lost second factors of colleagues, while they wait for a second pair of eyes. */
export const openResets = sql<Answer<'factorResets'>[number]>`
  select r.id, r.worker_id as "workerId", w.given_name || ' ' || w.family_name as worker,
    a.given_name || ' ' || a.family_name as "askedBy", ${atUtc('r.asked_at')} as "askedAt",
    institutions.i_may_confirm_reset(r.id) as "iMayConfirm", institutions.confirms_reset(r.id) as "confirms"
  from institutions.factor_reset r join institutions.worker w on w.id = r.worker_id join institutions.worker a on a.id = r.asked_by
  where r.confirmed_at is null and r.asked_at > now() - interval '7 days' and w.period @> now() and a.period @> now() order by r.asked_at, r.id`

/** Asks that the lost second factor of a colleague be taken off; somebody else confirms it, and is written to. */
export async function askFactorReset(work: Work, { id, workerId }: { id: string; workerId: string }) {
  orRefuse('institutions', await work.ask(sql`institutions.ask_factor_reset(${id}, ${workerId})`), 'workerId')
  await work.record({ verb: 'factor.reset-asked', subjectId: workerId })
  const others = await work.all(
    sql<{ email: string; administrator: boolean }>`select * from institutions.who_may_confirm(${id})`,
  )
  for (const { email, administrator } of others)
    await writeLetter(work.db, email, 'identity:letters.factor-lost', {
      url: `${work.surroundings.settings.url}${administrator ? '/administration/second-factors' : '/institution'}`,
    })
  return { id }
}

/** Confirms it as the second person: what was lost is off, sessions end, and who lost it adds another one. */
export async function confirmFactorReset(work: Work, id: string) {
  const lost = await work.mustFind(sql<{ workerId: string }>`
    select worker_id as "workerId" from institutions.factor_reset where id = ${id}`)
  orRefuse('institutions', await work.ask(sql`institutions.confirm_factor_reset(${id})`))
  await work.record({ verb: 'factor.taken-off', subjectId: lost.workerId })
  const email = await work.ask<string | null>(sql`institutions.address_of_reset(${id})`)
  if (email) await writeLetter(work.db, email, 'identity:letters.factor-off', {})
  return {}
}

/** Resets for which an institution has nobody second: the administrator sees who works where, never a family. */
export async function resetsWithoutASecond({ jobs }: Database, account: Account) {
  mustAdminister(account)
  const { rows } = await jobs.query(
    'select id, institution, worker, asked_by as "askedBy", asked_at as "askedAt" from institutions.resets_without_a_second($1)',
    [account.id],
  )
  return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }))
}

export async function confirmWithoutASecond({ jobs }: Database, account: Account, id: string) {
  mustAdminister(account)
  return inTransactionOf(jobs, async (client) => {
    const { rows } = await client.query(
      'select institutions.confirm_reset_without_a_second($1, $2) as obstacle',
      [id, account.id],
    )
    orRefuse('institutions', rows[0].obstacle)
    const told = await client.query('select institutions.address_of_reset($1) as email', [id])
    await writeLetterTo(client)(told.rows[0].email, 'identity:letters.factor-off', {})
    return {}
  })
}
