import { sql } from 'kysely'
import { everybody } from '../platform/access/about.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/**
 * Attaches a concern to the case that is already open about the family: its leading team reads the concern, the
 * reporter hears "taken up". A concern of violence is answered alike and leaves no trace in the case.
 */
export async function attachConcern(work: Work, concernId: string, caseId: string) {
  const concern = await work.mustFind(sql<{ violence: boolean }>`
    select violence from concerns.concern where id = ${concernId}`)
  orRefuse('concerns', await work.ask(sql`concerns.attach_concern(${concernId}, ${caseId})`))
  // Not every institution on the team learns that somebody else reported the family once more.
  if (!concern.violence)
    await work.record({
      verb: 'concern.attached',
      subjectId: concernId,
      scopeId: caseId,
      class: 'file',
      aboutId: everybody,
    })
  else await work.record({ verb: 'concern.taken-up', subjectId: concernId })
  return {}
}
