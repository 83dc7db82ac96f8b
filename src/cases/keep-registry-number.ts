import { sql } from 'kysely'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** Notes the number of a case in the leading institution's own register, or takes it away when it is empty. */
export async function keepRegistryNumber(work: Work, caseId: string, number: string) {
  await work.mustFind(
    sql`select from cases."case" where id = ${caseId} and id = any ((select access.my_scopes('coordinate'))::uuid[])`,
  )
  const { institutionId } = work.actor
  const kept = await work.find(sql<{ number: string }>`
    select number from cases.registry_number where case_id = ${caseId} and institution_id = ${institutionId}`)
  if ((kept?.number ?? '') === number) return {}
  const { numAffectedRows } = await (!number
    ? sql`delete from cases.registry_number where case_id = ${caseId} and institution_id = ${institutionId}`
    : kept
      ? sql`update cases.registry_number set number = ${number} where case_id = ${caseId} and institution_id = ${institutionId}`
      : sql`insert into cases.registry_number (case_id, institution_id, number) values (${caseId}, ${institutionId}, ${number})`
  ).execute(work.db)
  if (!numAffectedRows) throw notFound()
  await work.record({
    verb: 'registry-number.kept',
    subjectId: caseId,
    scopeId: caseId,
    class: 'own',
    values: { number, before: kept?.number },
  })
  return {}
}
