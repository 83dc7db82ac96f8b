import { AsyncLocalStorage } from 'node:async_hooks'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type pg from 'pg'
import { isAway } from '../http/problem-answer.ts'
import type { Keys } from '../keys.ts'
import type { Settings } from '../settings.ts'
import { forgetFailures } from './attempts.ts'
import { codesOnce } from './codes-once.ts'
import { factorOf, keysKnowTheirOwner, passkeysCount, showsItFirst } from './factors.ts'
import { refuseKnownPasswords, shortestPassword } from './known-passwords.ts'
import { choosePerson } from './practice.ts'

/** Writes a letter in the recipient's language; it carries no personal data of a family. */
export type WriteLetter = (
  to: string,
  kind: 'identity:letters.password-reset',
  values: { url: string },
) => Promise<void>

/** Signing in and out, second factors, passkeys, sessions: better-auth on its own schema and connection. */
export function openIdentity(pool: pg.Pool, settings: Settings, keys: Keys, writeLetter: WriteLetter) {
  const secure = settings.url.startsWith('https:')
  return betterAuth({
    appName: 'Splot',
    baseURL: settings.url,
    basePath: '/api/auth',
    trustedOrigins: [settings.url],
    secret: identitySecret(keys),
    database: pool,
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations, never from a form.
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      // Whoever holds the mailbox is no guesser. Other links to a new password that still lie there open nothing any more.
      onPasswordReset: async ({ user }) => {
        await forgetFailures(pool, keys, user.email.toLowerCase())
        await pool.query('delete from "verification" where value = $1', [user.id])
      },
      resetPasswordTokenExpiresIn: 60 * 60,
      sendResetPassword: ({ user, url }) =>
        writeLetter(user.email, 'identity:letters.password-reset', { url }),
    },
    user: {
      additionalFields: {
        locale: { type: 'string', defaultValue: 'pl', input: true },
        administrator: { type: 'boolean', defaultValue: false, input: false },
      },
    },
    // What a link or a half signed-in browser carries is random; who reads the database cannot use it.
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: 12 * 60 * 60,
      updateAge: 60 * 60,
      additionalFields: {
        actingAs: { type: 'string', required: false, input: false },
        factor: { type: 'string', required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({ data: { ...session, factor: factorOf(context) } }),
        },
      },
    },
    rateLimit: {
      enabled: settings.mode === 'service',
      storage: 'database',
      window: 60,
      max: 100,
      // By address, behind which a whole office may stand at eight in the morning; one account is guarded by
      // `beginSignIn`, wherever it is tried from.
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        '/two-factor/*': { window: 60, max: 30 },
        '/request-password-reset': { window: 300, max: 10 },
      },
    },
    plugins: [
      // No device stands in for a code: whoever once had both would come back for good, whatever their owner ends or changes.
      twoFactor({ issuer: 'Splot', trustDeviceMaxAge: 0 }),
      passkey({
        rpName: 'Splot',
        rpID: new URL(settings.url).hostname,
        origin: settings.url,
        ...keysKnowTheirOwner(pool),
      }),
      refuseKnownPasswords(pool),
      codesOnce(pool),
      showsItFirst(pool),
      passkeysCount(pool),
      ...(settings.mode === 'practice' ? [choosePerson()] : []),
    ],
    advanced: {
      cookiePrefix: 'splot',
      useSecureCookies: secure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: 'uuid' },
      // Said outright: the library would let go of it under a test runner.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: ['x-splot-address'] },
    },
    logger: { level: 'warn', log: noteWhatWasMet },
  })
}

/**
 * What the library met while it answers a request: it makes an error of its own of everything, and only tells its log
 * of a database that was away.
 */
export const meeting = new AsyncLocalStorage<{ away?: Error }>()

function noteWhatWasMet(level: string, message: string, ...about: unknown[]) {
  const met = meeting.getStore()
  const away = about.find((each) => each instanceof Error && isAway(each)) as Error | undefined
  if (met && away) met.away = away
  else console.error(`Splot, logowanie (${level}): ${message}`, ...about)
}

export type Identity = ReturnType<typeof openIdentity>

/** Signs cookies and encrypts second factors. */
export const identitySecret = (keys: Keys) => keys.for('identity').toString('hex')
