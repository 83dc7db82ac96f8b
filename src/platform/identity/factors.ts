import type { PasskeyOptions } from '@better-auth/passkey'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type pg from 'pg'

type Factor = 'code' | 'passkey' | null
type Begun = {
  path?: string
  context: { session: { session: Record<string, unknown> } | null }
}

/** By what besides a password a session is begun. One that goes on in another keeps what it was begun by. */
export function factorOf(context: Begun | null | undefined): Factor {
  switch (context?.path) {
    case '/passkey/verify-authentication':
      return 'passkey'
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
      return 'code'
    case '/sign-in/email':
      return null
  }
  const before = context?.context.session?.session.factor
  if (before === 'passkey') return 'passkey'
  return before === 'code' && context?.path !== '/two-factor/disable' ? 'code' : null
}

/**
 * Whoever has a second factor shows it before they read, change or take off what is kept of one, end what another began, or
 * set another password: else a password alone, spied out, would make it worthless. A session of before it was there is one of a password alone.
 */
export function showsItFirst(pool: pg.Pool) {
  const showing = [
    '/passkey/generate-authenticate-options',
    '/passkey/verify-authentication',
    '/passkey/list-user-passkeys',
    '/two-factor/verify-backup-code',
  ]
  return {
    id: 'shows-it-first',
    hooks: {
      before: [
        {
          matcher: ({ path }) =>
            path === '/change-password' ||
            (path !== undefined && /^\/(passkey|two-factor)\//.test(path) && !showing.includes(path)),
          handler: createAuthMiddleware(async (context) => {
            const session = await getSessionFromCtx(context)
            if (!session || session.session.factor) return
            const { rows } = await pool.query('select has_factor($1) as has', [session.user.id])
            if (rows[0].has)
              throw new APIError('FORBIDDEN', {
                code: 'FACTOR_FIRST',
                message: 'Sign in with the second factor that you have.',
              })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/**
 * A passkey opens alone, so it asks for a finger, a face or a PIN, and is found without a name: what whoever finds it in a
 * drawer could use, or nobody could find, is not added. One that was added before and asks for nothing is good after the
 * password of its owner.
 */
export function keysKnowTheirOwner(pool: pg.Pool) {
  const withoutPin = () =>
    new APIError('UNAUTHORIZED', { code: 'KEY_WITHOUT_PIN', message: 'This key did not check who holds it.' })
  return {
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) => {
        if (!verification.registrationInfo?.userVerified) throw withoutPin()
      },
    },
    authentication: {
      afterVerification: async ({ ctx, verification, clientData }) => {
        if (verification.authenticationInfo.userVerified) return
        const session = await getSessionFromCtx(ctx)
        const { rowCount } = await pool.query(
          'select from "passkey" where "credentialID" = $1 and "userId"::text = $2',
          [clientData.id, session?.user.id ?? null],
        )
        if (!rowCount) throw withoutPin()
      },
    },
  } satisfies PasskeyOptions
}

/** Whoever has just added a passkey has shown it: the session counts as begun by it. */
export function passkeysCount(pool: pg.Pool) {
  return {
    id: 'passkeys-count',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/passkey/verify-registration',
          handler: createAuthMiddleware(async (context) => {
            if (context.context.returned instanceof Error) return
            const session = await getSessionFromCtx(context)
            await pool.query(`update "session" set "factor" = 'passkey' where id = $1`, [session?.session.id])
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
