import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { putSignature } from './declare-accession.ts'
import { agreementById } from './questions.ts'
import { mustBeAmongPapers, mustBeGiven, mustLead, recordIn } from './standing.ts'

type Draft = {
  id: string
  number?: string | undefined
  from: string
  to: string
  answerDays: { immediate: number; urgent: number; usual: number }
  meetingEveryMonths: number
  noticeDays: number
  provisions: string[]
}

/** Drafts the agreement: all that are invited or have declared are its founding parties. A newer draft replaces an older. */
export async function draftAgreement(work: Work, partnershipId: string, draft: Draft) {
  await mustLead(work, partnershipId)
  if (draft.to <= draft.from) throw new Refusal(409, 'partnerships:ends-before-it-begins', { field: 'to' })
  const parties = await work.all(sql<{ id: string }>`
    select institution_id as id from partnerships.membership where partnership_id = ${partnershipId} and left_because is null`)
  if (parties.length < 2) throw new Refusal(409, 'partnerships:needs-two-parties')
  const overlapping =
    await work.find(sql`select from partnerships.agreement where partnership_id = ${partnershipId}
    and in_force && tstzrange(splot.start_of_day(${draft.from}::date), splot.start_of_day(${draft.to}::date + 1))`)
  if (overlapping) throw new Refusal(409, 'partnerships:overlaps-with-agreement', { field: 'from' })
  const days = draft.answerDays
  await sql`insert into partnerships.agreement (id, partnership_id, text_version, planned, number, answer_days_immediate, answer_days_urgent,
      answer_days_usual, meeting_every_months, notice_days, provisions)
    values (${draft.id}, ${partnershipId}, '1', daterange(${draft.from}, ${draft.to}, '[]'), ${draft.number || null}, ${days.immediate},
      ${days.urgent}, ${days.usual}, ${draft.meetingEveryMonths}, ${draft.noticeDays}, ${draft.provisions})`.execute(
    work.db,
  )
  await sql`insert into partnerships.agreement_party (agreement_id, institution_id, founding)
    select ${draft.id}, unnest(${parties.map(({ id }) => id)}::uuid[]), true`.execute(work.db)
  await recordIn(work, partnershipId, 'agreement.drafted', draft.id, { from: draft.from, to: draft.to })
  return { id: draft.id }
}

/** Signs the agreement for the institution that the worker heads; the last founding signature brings it into force. */
export async function signAgreement(
  work: Work,
  agreementId: string,
  given: { how: 'in_app' | 'paper'; on: string; fileId?: string | undefined },
) {
  const agreement = await work.mustFind(agreementById(agreementId))
  const mine = await work.ask<string | null>(sql`institutions.i_head_myself()`)
  const party = agreement.parties.find(({ institutionId }) => institutionId === mine)
  if (!party) throw new Refusal(403, 'partnerships:only-a-head')
  if (party.signedOn) throw new Refusal(409, 'partnerships:already-signed')
  const standing = await work.find(sql<{ declared: boolean; newest: string | null }>`
    select m.declared_on is not null as declared, (select g.id from partnerships.agreement g
      where g.partnership_id = m.partnership_id and g.in_force is null order by g.id desc limit 1) as newest
    from partnerships.membership m where m.partnership_id = ${agreement.partnershipId} and m.institution_id = ${mine} and m.left_because is null`)
  if (!standing?.declared) throw new Refusal(409, 'partnerships:declare-first')
  if (!agreement.inForceSince && standing.newest !== agreementId)
    throw new Refusal(409, 'partnerships:newer-draft')
  await mustBeGiven(work, given)
  await mustBeAmongPapers(work, agreement.partnershipId, given.fileId)
  await recordIn(work, agreement.partnershipId, 'agreement.signed', agreementId, {
    institution: party.name,
    how: given.how,
    on: given.on,
  })
  await putSignature(work, agreementId, party.institutionId, given)
  const inForce = await work.ask<boolean>(sql`partnerships.bring_into_force(${agreementId})`)
  if (inForce && !agreement.inForceSince)
    await recordIn(work, agreement.partnershipId, 'agreement.in-force', agreementId, { until: agreement.to })
  return {}
}
