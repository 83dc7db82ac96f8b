import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Somebody without an account, in one browser, who may come to several things: each visit is kept on its own, under a name that the
 * browser gave it. An address names the visit, and the name opens nothing. What is kept is no session: it travels to the
 * addresses of guests alone (`/api/guests`), no script reads it, and it opens nothing that a worker's session does.
 */
export type Visit = {
  /** What this browser keeps of the visit that the address names (`:visit`), if it keeps anything. */
  kept: string | undefined
  /** All visits that this browser keeps. */
  all: { id: string; kept: string }[]
  /** Gives this browser a new visit to keep. */
  keep(id: string, token: string): void
  /** Forgets the visit that the address names. */
  forget(): void
}

const days = 60

export function visitOf(request: FastifyRequest, reply: FastifyReply, url: string): Visit {
  const isSafe = url.startsWith('https:')
  const prefix = isSafe ? '__Secure-splot.guest.' : 'splot.guest.'
  const set = (id: string, value: string, seconds: number) =>
    void reply.header(
      'set-cookie',
      `${prefix}${id}=${value}; Path=/api/guests; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSafe ? '; Secure' : ''}`,
    )
  const all = (request.headers.cookie?.split('; ') ?? []).flatMap((part) => {
    const [, id, kept] =
      (part.startsWith(prefix) && /^([\da-f-]{36})=([\w-]{43})$/.exec(part.slice(prefix.length))) || []
    return id && kept ? [{ id, kept }] : []
  })
  const { visit } = request.params as { visit?: string }
  return {
    kept: all.find(({ id }) => id === visit)?.kept,
    all,
    keep: (id, token) => set(id, token, days * 86_400),
    forget: () => visit && set(visit, '', 0),
  }
}
