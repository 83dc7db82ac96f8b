import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Somebody without an account, in one browser. What it keeps is no session: it travels to the addresses of guests alone
 * (`/api/guests`), no script reads it, and it opens nothing that a worker's session does.
 */
export type Visit = {
  /** What this browser keeps, if it keeps anything. */
  kept: string | undefined
  /** Gives this browser something new to keep. */
  keep(token: string): void
  forget(): void
}

const days = 60

export function visitOf(request: FastifyRequest, reply: FastifyReply, url: string): Visit {
  const isSafe = url.startsWith('https:')
  const name = isSafe ? '__Secure-splot.guest' : 'splot.guest'
  const set = (value: string, seconds: number) =>
    reply.header(
      'set-cookie',
      `${name}=${value}; Path=/api/guests; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSafe ? '; Secure' : ''}`,
    )
  const found = request.headers.cookie?.split('; ').find((part) => part.startsWith(`${name}=`))
  const kept = found?.slice(name.length + 1)
  return {
    kept: kept && /^[\w-]{43}$/.test(kept) ? kept : undefined,
    keep: (token) => void set(token, days * 86_400),
    forget: () => void set('', 0),
  }
}
