import type pg from 'pg'
import { inTransaction } from '../platform/database/in-transaction.ts'
import { writeLetterTo } from '../platform/mail/letters.ts'
import { Obstacle } from '../platform/obstacle.ts'

/** An account whose second factor is lost: who it is, and where they work. */
export type Lost = { account: string; name: string; email: string; works: string[] }

/**
 * Whose second factors would be taken off, by the address that they sign in with.
 *
 * @param client connection of the database's owner
 * @throws Obstacle when nobody signs in so, or there is nothing to take off
 */
export async function whoLost(client: pg.ClientBase, email: string): Promise<Lost> {
  const { rows } = await client.query<Lost & { has: boolean }>(
    `select u.id as account, u.name, u.email, u."twoFactorEnabled" or exists (select from identity."passkey" p where p."userId" = u.id) as has,
       array(select w."position" || ', ' || i.name from institutions.worker w join institutions.institution i on i.id = w.institution_id
         where w.account_id = u.id and w.period @> now() order by i.name) as works
     from identity."user" u where u.email = lower($1)`,
    [email],
  )
  if (!rows[0]) throw new Obstacle(`Nikt nie loguje się adresem ${email}.`)
  const { has, ...lost } = rows[0]
  if (!has) throw new Obstacle(`${lost.name} nie ma drugiego składnika: nie ma czego zdejmować.`)
  return lost
}

/**
 * Takes the second factors of an account off where nobody second can confirm it: the way of whoever runs the machine. The
 * journal keeps it, for each institution where they work and for none where they work in none; they and those who head
 * these institutions are written to.
 *
 * @param client connection of the database's owner
 */
export async function takeOffByOperator(client: pg.ClientBase, { account, name }: Lost): Promise<void> {
  await inTransaction(client, async () => {
    await client.query('select institutions.take_off_factors($1)', [account])
    await client.query(
      `insert into journal.entry (institution_id, verb, subject_id, class)
       select w.institution_id, 'factor.taken-off-by-operator', coalesce(w.id, a.id), 'file' from (values ($1::uuid)) a (id)
       left join institutions.worker w on w.account_id = a.id and w.period @> now()`,
      [account],
    )
    const { rows } = await client.query<{ email: string }>(
      `select u.email from identity."user" u where u.id = $1 or exists (
         select from institutions.worker mine join institutions.worker w on w.institution_id = mine.institution_id
         where mine.account_id = $1 and mine.period @> now() and w.account_id = u.id and institutions.heads_now(w.id))`,
      [account],
    )
    const write = writeLetterTo(client)
    for (const { email } of rows) await write(email, 'identity:letters.factor-off-by-operator', { name })
  })
}
