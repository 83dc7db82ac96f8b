import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { pathOf } from '../http/normal-address.ts'
import { notFound, Refusal } from '../http/problem.ts'
import type { Surroundings } from '../http/work.ts'
import { localeOf } from '../texts/locales.ts'
import { textFor } from '../texts/server.ts'
import { beginSignIn, forgetFailures } from './attempts.ts'
import { type Identity, identitySecret, meeting } from './auth.ts'
import { sessionCookie, tokenFromCookie } from './session-token.ts'

/**
 * Hands /api/auth/* to the sign-in library; failed sign-ins make the next one wait, the same for unknown addresses, and so do
 * wrong passwords of whoever sits before a session that somebody left open.
 */
export function serveIdentity(
  app: FastifyInstance,
  identity: Identity,
  pool: pg.Pool,
  { settings, keys }: Surroundings,
): void {
  const cookie = sessionCookie(settings.url)
  // The library's own page of errors is not in our words; signing in is where one goes on.
  app.get('/api/auth/error', { schema: { hide: true } }, (_, reply) => reply.redirect('/sign-in'))
  app.all('/api/auth/*', { schema: { hide: true }, bodyLimit: 50_000 }, async (request, reply) => {
    // Plain segments only, and the very text that the library goes by: what is guarded here is what is done there.
    const path = pathOf(request.url)
    if (!used.test(path)) throw notFound()
    const body = withPlainAddress(request.body)
    const email = guessing.test(path)
      ? await emailOfSession(pool, tokenFromCookie(request.headers.cookie, cookie, identitySecret(keys)))
      : path === '/api/auth/sign-in/email'
        ? emailOf(body)
        : undefined
    if (email) {
      const seconds = await beginSignIn(pool, keys, email)
      if (seconds > 0) throw new Refusal(429, 'identity:wait', { values: { seconds } })
    }
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string' && name !== 'content-length') headers.set(name, value)
    headers.set('x-splot-address', request.ip)
    // A browser vouches for its own page even where it names no origin; a page cannot write this header.
    if (!headers.has('origin') && headers.get('sec-fetch-site') === 'same-origin')
      headers.set('origin', new URL(String(identity.options.baseURL)).origin)
    const asked = new Request(new URL(request.url, identity.options.baseURL), {
      method: request.method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const met: { away?: Error } = {}
    const answer = await meeting.run(met, () => identity.handler(asked))
    if (met.away && answer.status >= 500) throw met.away
    if (email && answer.ok) await forgetFailures(pool, keys, email)
    reply.code(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
    const cookies = answer.headers.getSetCookie()
    if (cookies.length) reply.header('set-cookie', cookies)
    const said = await answer.text()
    if (answer.ok || answer.status < 400) return reply.send(said)
    return reply
      .type('application/problem+json')
      .send(problemOf(answer, said, request.headers['accept-language']))
  })
}

/**
 * What the app asks of the library. It has more, of which nothing is guarded here: to end or list all sessions by a password
 * alone, to try passwords without waiting, to change one's name.
 */
const used =
  /^\/api\/auth\/(sign-in\/email|sign-out|request-password-reset|reset-password(\/[\w-]+)?|change-password|practice\/choose|(two-factor|passkey)\/[\w-]+)$/

/** Where whoever is signed in says their password once more. */
const guessing =
  /^\/api\/auth\/(change-password|two-factor\/(enable|disable|get-totp-uri|generate-backup-codes))$/

async function emailOfSession(pool: pg.Pool, token: string | undefined): Promise<string | undefined> {
  const { rows } = await pool.query<{ email: string }>(
    'select lower(u.email) as email from "session" s join "user" u on u.id = s."userId" where s.token = $1',
    [token],
  )
  return rows[0]?.email
}

/** What is counted and what the library looks for are one address, without what was pasted around it. */
function withPlainAddress(body: unknown): unknown {
  const email = (body as { email?: unknown } | null)?.email
  return typeof email === 'string' ? { ...(body as object), email: email.trim().toLowerCase() } : body
}

function emailOf(body: unknown): string | undefined {
  const email = (body as { email?: unknown } | null)?.email
  return typeof email === 'string' && email.length < 320 ? email : undefined
}

/** The library's errors in our words; one we have no words for says only that it did not work. */
function problemOf({ status, headers }: Response, body: string, acceptLanguage: string | undefined): string {
  const text = textFor(localeOf(acceptLanguage))
  let code = 'failed'
  try {
    code = String(JSON.parse(body).code ?? 'failed')
      .toLowerCase()
      .replaceAll('_', '-')
  } catch {
    // Not JSON: the general sentence.
  }
  // So many requests in a minute that the library answers none of them for a while.
  const seconds = Number(headers.get('x-retry-after') ?? 0)
  if (status === 429 && seconds > 0) code = 'wait'
  const said = (part: string, of: string) => text(`identity:problems.${of}.${part}`, { seconds })
  const known = said('title', code).startsWith('identity:') ? 'failed' : code
  return JSON.stringify({ status, code, title: said('title', known), detail: said('detail', known) })
}
