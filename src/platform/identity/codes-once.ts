import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type pg from 'pg'

type Context = Parameters<typeof getSessionFromCtx>[0]

/**
 * What the sign-in library leaves to us about codes of a second factor: one that an app showed is good once (RFC 6238,
 * 5.2), and a recovery code may be typed in small letters, with spaces or without its dash.
 */
export function codesOnce(pool: pg.Pool) {
  return {
    id: 'codes-once',
    hooks: {
      before: [
        {
          matcher: ({ path, body }) => path === '/two-factor/verify-totp' && typeof body?.code === 'string',
          handler: createAuthMiddleware(async (context) => {
            const code = context.body.code.replace(/\s/g, '')
            const account = await whose(context)
            if (account && /^\d{6}$/.test(code) && !(await isFirstUse(pool, account, code)))
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'This code was used.' })
            return { context: { body: { ...context.body, code } } }
          }),
        },
        {
          matcher: ({ path, body }) =>
            path === '/two-factor/verify-backup-code' && typeof body?.code === 'string',
          handler: createAuthMiddleware(async (context) => {
            const code = await asWritten(pool, context, context.body.code)
            return { context: { body: { ...context.body, code } } }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/** The account whose second factor is asked: signed in, or half way there by the password. */
async function whose(context: Context): Promise<string | undefined> {
  const session = await getSessionFromCtx(context)
  if (session) return session.user.id
  const { name } = context.context.createAuthCookie('two_factor')
  const half = await context.getSignedCookie(name, context.context.secret)
  const found = half ? await context.context.internalAdapter.findVerificationValue(half) : null
  return found?.value
}

/** Longer than any code of an app is good. */
const remembered = '5 minutes'

/** Takes a code for an account; of two at the same moment one is the first. */
async function isFirstUse(pool: pg.Pool, account: string, code: string): Promise<boolean> {
  await pool.query(`delete from used_code where at < now() - interval '${remembered}'`)
  const { rowCount } = await pool.query(
    'insert into used_code (account_id, code) values ($1, $2) on conflict do nothing',
    [account, code],
  )
  return rowCount === 1
}

/** A recovery code as it was given out, if what was typed is one of them; else as it was typed. */
async function asWritten(pool: pg.Pool, context: Context, typed: string): Promise<string> {
  const account = await whose(context)
  const { rows } = await pool.query<{ codes: string }>(
    'select "backupCodes" as codes from "twoFactor" where "userId" = $1',
    [account],
  )
  if (!rows[0]) return typed
  const codes: string[] = JSON.parse(
    await symmetricDecrypt({ key: context.context.secretConfig, data: rows[0].codes }),
  )
  return codes.find((each) => bare(each) === bare(typed)) ?? typed
}

const bare = (code: string) => code.replace(/[^a-z\d]/gi, '').toLowerCase()
