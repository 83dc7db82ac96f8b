import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/**
 * Voids a case that was opened by mistake, with the reason: nobody sees it any more, and its concerns wait for an
 * answer again. Only while nothing that others rely on has grown from it.
 */
export async function voidCase(work: Work, caseId: string, because: string) {
  // Outside the case, which nobody reads from now on: who voided it finds it among what they did.
  await work.record({ verb: 'case.voided', subjectId: caseId })
  orRefuse('cases', await work.ask(sql`cases.void(${caseId}, ${because})`))
  return {}
}
