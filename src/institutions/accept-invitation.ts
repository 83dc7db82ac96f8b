import type { Database } from '../platform/database/open.ts'
import { isTriedAgain } from '../platform/database/work.ts'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Identity } from '../platform/identity/auth.ts'
import { isEasilyGuessed } from '../platform/identity/known-passwords.ts'
import { digestOf } from './invite-worker.ts'

type Said = {
  givenName: string
  familyName: string
  position: string
  institutionName: string
  institutionKind: string
  email: string
  hasAccount: boolean
}

/** What an invitation says; 404 when it was accepted, withdrawn or is too old. */
export async function invitationOf({ jobs }: Database, token: string): Promise<Said> {
  const { rows } = await jobs.query<Said>(
    `select given_name as "givenName", family_name as "familyName", "position", institution_name as "institutionName",
       institution_kind as "institutionKind", email, has_account as "hasAccount" from institutions.invitation_of($1)`,
    [digestOf(token)],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Accepts an invitation with a new account. A password that is easily guessed is refused before anything is made. */
export async function acceptWithNewAccount(
  database: Database,
  identity: Identity,
  token: string,
  { name, password }: { name: string; password: string },
) {
  const said = await invitationOf(database, token)
  const around = [name, said.givenName, said.familyName, said.email, said.position, said.institutionName]
  if (isEasilyGuessed(password, around))
    throw new Refusal(409, 'institutions:password-known', { field: 'password' })
  const { password: passwords } = await identity.$context
  const hash = await passwords.hash(password)
  await accept(database, [digestOf(token), null, name, hash])
  return {}
}

/** What the same person is kept from is held for each of their jobs, so another deed may be in the way for a moment. */
async function accept({ jobs }: Pick<Database, 'jobs'>, given: (string | Buffer | null)[]) {
  for (let attempt = 1; ; attempt++)
    try {
      const { rows } = await jobs.query(
        'select institutions.accept_invitation($1, $2, $3, $4) as obstacle',
        given,
      )
      return orRefuse('institutions', rows[0].obstacle)
    } catch (error) {
      if (!(await isTriedAgain(error, attempt))) throw error
    }
}

/** Accepts an invitation with the account that is signed in, and acts for the new employer from now on. */
export async function acceptWithMyAccount(
  { jobs, identity }: Database,
  account: { id: string; sessionId: string },
  token: string,
) {
  const said = await jobs.query<{ id: string }>(
    'select worker_id as id from institutions.invitation_of($1)',
    [digestOf(token)],
  )
  await accept({ jobs }, [digestOf(token), account.id, null, null])
  const { id } = said.rows[0]!
  await identity.query('update "session" set "actingAs" = $2 where id = $1', [account.sessionId, id])
  return { id }
}
