import { sql } from 'kysely'
import { everybody } from '../platform/access/about.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** Ends a contract before its time. */
export async function endContract(work: Work, scopeId: string, contractId: string, because: string) {
  const { numAffectedRows } = await sql`
    update contracts.social_contract set state = 'ended', ended_because = ${because}, version = version + 1
    where id = ${contractId} and scope_id = ${scopeId} and state in ('signed', 'approved')`.execute(work.db)
  if (!numAffectedRows) throw notFound()
  await work.record({
    verb: 'contract.ended',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { because },
  })
  return {}
}
