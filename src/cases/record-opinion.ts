import type { Work } from '../platform/http/work.ts'

/** Records an opinion about the work together: of the family, in its words, or of one's own institution. */
export async function recordOpinion(
  work: Work,
  caseId: string,
  { id, ofFamily, what }: { id: string; ofFamily: boolean; what: string },
) {
  await work.db
    .insertInto('cases.opinion')
    .values({
      id,
      scope_id: caseId,
      institution_id: ofFamily ? null : work.actor.institutionId,
      what,
      recorded_by: work.actor.workerId,
    })
    .execute()
  await work.record({
    verb: 'opinion.recorded',
    subjectId: id,
    scopeId: caseId,
    class: ofFamily ? 'file' : 'own',
  })
  return { id }
}
