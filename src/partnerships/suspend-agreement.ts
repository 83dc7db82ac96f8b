import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { agreementById } from './questions.ts'
import { mustLead, recordIn } from './standing.ts'

/**
 * Suspends an agreement as the partnership decided, until a last day or until it is resumed. What is seen under it is
 * not seen for that time; cases stay with the institutions that lead them.
 */
export async function suspendAgreement(
  work: Work,
  agreementId: string,
  given: { id: string; until?: string | undefined; decidedOn: string; reason: string },
) {
  const { id, until, decidedOn, reason } = given
  const { partnershipId } = await work.mustFind(agreementById(agreementId))
  await mustLead(work, partnershipId)
  if (decidedOn > (await work.today()))
    throw new Refusal(409, 'partnerships:in-the-future', { field: 'decidedOn' })
  if (until && until < (await work.today()))
    throw new Refusal(409, 'partnerships:day-in-the-past', { field: 'until' })
  await recordIn(work, partnershipId, 'agreement.suspended', agreementId, { until, decidedOn, reason })
  const done = await work.ask<boolean>(sql`partnerships.suspend_agreement(${id}, ${agreementId},
    splot.start_of_day(${until ?? null}::date + 1), ${decidedOn}::date, ${reason})`)
  if (!done) throw new Refusal(409, 'partnerships:not-in-force')
  return {}
}

/** Ends the suspension at this instant: the agreement holds again. */
export async function resumeAgreement(work: Work, agreementId: string) {
  const { partnershipId } = await work.mustFind(agreementById(agreementId))
  await mustLead(work, partnershipId)
  await recordIn(work, partnershipId, 'agreement.resumed', agreementId)
  if (!(await work.ask<boolean>(sql`partnerships.resume_agreement(${agreementId})`)))
    throw new Refusal(409, 'partnerships:not-suspended')
  return {}
}
