const most = 10_000

/**
 * What was last answered about each session, by its token and the worker in whose name it was asked: good for supposing that nothing changed since, never for
 * believing it. The database is asked each time.
 */
export function lastSessions<Begun extends object>() {
  const last = new Map<string, Begun>()
  return {
    of: (token: string): Begun | undefined => last.get(token),
    /** Keeps what is answered now, nothing for a session that has ended. */
    keep(token: string, now: Begun | undefined): void {
      last.delete(token)
      if (!now) return
      if (last.size >= most) last.delete(last.keys().next().value!)
      last.set(token, now)
    },
  }
}

/** Whether two answers about a session say the same. */
export const saysTheSame = <Begun extends object>(one: Begun | undefined, other: Begun | undefined) =>
  !!one && !!other && Object.entries(one).every(([key, value]) => value === other[key as keyof Begun])
