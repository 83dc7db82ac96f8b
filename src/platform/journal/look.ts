import type { Actor, Statement } from '../database/work.ts'

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
