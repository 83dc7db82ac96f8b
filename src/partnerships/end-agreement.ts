import { sql } from 'kysely'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { agreementById, whatEnds } from './questions.ts'
import { mustLead, recordIn } from './standing.ts'

/** What would stop with an agreement, in numbers. */
export async function beforeEnding(work: Work, agreementId: string) {
  const { partnershipId } = await work.mustFind(agreementById(agreementId))
  await mustLead(work, partnershipId)
  return work.mustFind(whatEnds(agreementId))
}

/**
 * Ends an agreement at the end of `lastDay`, as the partnership decided. What was seen under it is seen no more from
 * the next midnight on; cases stay with the institutions that lead them, on their own legal basis.
 */
export async function endAgreement(
  work: Work,
  agreementId: string,
  { lastDay, decidedOn, reason }: { lastDay: string; decidedOn: string; reason: string },
) {
  const { partnershipId } = await work.mustFind(agreementById(agreementId))
  await mustLead(work, partnershipId)
  if (decidedOn > (await work.today()))
    throw new Refusal(409, 'partnerships:in-the-future', { field: 'decidedOn' })
  await recordIn(work, partnershipId, 'agreement.ended-early', agreementId, { lastDay, decidedOn, reason })
  orRefuse(
    'partnerships',
    await work.ask(
      sql`partnerships.end_agreement(${agreementId}, ${lastDay}::date, ${decidedOn}::date, ${reason})`,
    ),
    'lastDay',
  )
  return {}
}
