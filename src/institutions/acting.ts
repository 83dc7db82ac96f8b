import { enter, type Statement } from '../platform/database/work.ts'

/**
 * What a request sends first: begins its transaction, takes on the app's role, finds out whose session it is and as
 * which worker they act, and becomes that worker until the transaction ends. The last answer is one row (account,
 * worker, institution), or none when the session ended.
 *
 * @param scope an id that the request is about, or nothing
 */
export const beginActing = (token: string, scope: string | undefined): Statement[] => [
  { text: 'begin' },
  { text: `select set_config('role', 'splot_app', true)`, values: [] },
  ...enter(scope),
  {
    text: `
    select a.account_id as "accountId", a.account_name as "accountName", a.locale, a.administrator, a.session_id as "sessionId", a.factor_missing as "factorMissing",
      w.id as "workerId", w.institution_id as "institutionId",
      set_config('splot.worker', coalesce(w.id::text, ''), true) as acting
    from identity.account_of($1) a
    left join lateral institutions.acting_worker(a.account_id, a.acting_as) w on true`,
    values: [token],
  },
]
