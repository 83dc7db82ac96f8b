import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeAmongPapers, mustBeGiven, mustHeadMember, recordIn } from './standing.ts'

type Given = { how: 'in_app' | 'paper'; on: string; fileId?: string | undefined }

/**
 * Declares that the worker's institution accedes. Where an agreement is in force the declaration accepts it, and the
 * institution is a member from that instant; else it waits for the agreement.
 */
export async function declareAccession(
  work: Work,
  membershipId: string,
  { contributes, ...given }: Given & { contributes: string },
) {
  const member = await mustHeadMember(work, membershipId)
  if (member.state !== 'invited') throw new Refusal(409, 'partnerships:already-declared')
  await mustBeGiven(work, given)
  await mustBeAmongPapers(work, member.partnershipId, given.fileId)
  await recordIn(work, member.partnershipId, 'accession.declared', membershipId, {
    institution: member.institution.name,
    how: given.how,
    on: given.on,
  })
  await work.change('partnerships.membership', membershipId, {
    declared_on: given.on,
    declared_by: work.actor.workerId,
    declaration_how: given.how,
    declaration_file_id: given.fileId ?? null,
    contributes,
  })
  const inForce = await work.find(sql<{ id: string }>`
    select g.id from partnerships.agreement g join partnerships.agreement_party y on y.agreement_id = g.id
    where g.partnership_id = ${member.partnershipId} and y.institution_id = ${member.institution.id} and y.signed_on is null
      and upper(g.in_force) > now() order by lower(g.in_force) limit 1`)
  if (!inForce) return {}
  await putSignature(work, inForce.id, member.institution.id, given)
  await work.ask(sql`partnerships.bring_into_force(${inForce.id})`)
  return {}
}

/** Puts an institution's signature under an agreement. */
export const putSignature = (work: Work, agreementId: string, institutionId: string, given: Given) =>
  sql`update partnerships.agreement_party set signed_on = ${given.on}, signed_by = ${work.actor.workerId}, how = ${given.how},
    file_id = ${given.fileId ?? null} where agreement_id = ${agreementId} and institution_id = ${institutionId}`.execute(
    work.db,
  )
