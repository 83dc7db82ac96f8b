import type { Statement } from '../database/packet.ts'
import type { Actor } from '../database/work.ts'

/**
 * Notes that a worker looks at a scope: one look a worker, scope, kind and quarter of an hour. It goes with the end of
 * the transaction that read, so that nothing is read without it. Where nothing else was written, the disk is not waited
 * for: a crash may lose the looks of the last half second, never a deed.
 */
export const lookAt = ({ workerId, institutionId }: Actor, scopeId: string, kind: string): Statement[] => [
  {
    text: `select set_config('synchronous_commit', 'off', true) where pg_current_xact_id_if_assigned() is null`,
    values: [],
  },
  {
    text: 'insert into journal.look (worker_id, institution_id, scope_id, page) values ($1, $2, $3, $4) on conflict do nothing',
    values: [workerId, institutionId, scopeId, kind],
  },
]

const quarter = 15 * 60_000

/**
 * Remembers which looks of this quarter of an hour are in the database for sure, so that a page opened ten times is not
 * written ten times. Forgotten when the database went away, for it may have lost the last of them.
 */
export function notedLooks() {
  let during = 0
  const noted = new Set<string>()
  const keyOf = ({ workerId }: Actor, scopeId: string, kind: string) => `${workerId} ${scopeId} ${kind}`
  return {
    has(actor: Actor, scopeId: string, kind: string): boolean {
      const now = Math.floor(Date.now() / quarter)
      if (now !== during) noted.clear()
      during = now
      return noted.has(keyOf(actor, scopeId, kind))
    },
    add: (actor: Actor, scopeId: string, kind: string) => void noted.add(keyOf(actor, scopeId, kind)),
    forget: () => noted.clear(),
  }
}
