import type { Statement } from '../platform/database/packet.ts'

/**
 * What a request sends first: begins its transaction, takes on the app's role, finds out whose session it is and as
 * which worker they act, and becomes that worker until the transaction ends. The last answer is one row (account,
 * worker, institution), or none when the session ended.
 *
 * @param scope an id that the request is about, or nothing
 * @param actingAs the worker in whose name it is asked, or nothing
 */
export const beginActing = (token: string, scope: string | undefined, actingAs?: string): Statement[] => [
  { text: 'begin' },
  { text: 'set local role splot_app' },
  {
    text: 'select * from institutions.begin_request($1, $2, $3)',
    values: [token, scope ?? null, actingAs ?? null],
  },
]
