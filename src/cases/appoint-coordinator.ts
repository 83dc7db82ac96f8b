import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** The head agrees that whoever proposed themselves coordinates. */
export async function confirmCoordinator(work: Work, caseId: string) {
  orRefuse('cases', await work.ask(sql`cases.confirm_coordinator(${caseId})`))
  await work.record({ verb: 'coordinator.confirmed', subjectId: caseId, scopeId: caseId, class: 'pointer' })
  return {}
}

/**
 * Appoints a coordinator in place of the present one: the head's deed, also when the present one fell ill. Whoever does it for
 * another institution sees the case no longer.
 */
export async function appointCoordinator(
  work: Work,
  caseId: string,
  { id, workerId }: { id: string; workerId: string },
) {
  const whom = await work.mustFind(sql<{ name: string }>`
    select given_name || ' ' || family_name as name from institutions.worker where id = ${workerId}`)
  await work.record({
    verb: 'coordinator.appointed',
    subjectId: caseId,
    scopeId: caseId,
    class: 'pointer',
    values: whom,
  })
  orRefuse('cases', await work.ask(sql`cases.appoint_coordinator(${id}, ${caseId}, ${workerId})`))
  return {}
}
