import { sql } from 'kysely'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustLead, recordIn } from './standing.ts'

/** Offers the leading part to another member, as the partnership decided; that institution's head answers. */
export async function offerLead(
  work: Work,
  partnershipId: string,
  given: { id: string; institutionId: string; decidedOn: string; decision: string },
) {
  await mustLead(work, partnershipId)
  if (given.decidedOn > (await work.today()))
    throw new Refusal(409, 'partnerships:in-the-future', { field: 'decidedOn' })
  orRefuse(
    'partnerships',
    await work.ask(
      sql`partnerships.offer_lead(${given.id}, ${partnershipId}, ${given.institutionId}, ${given.decidedOn}::date, ${given.decision})`,
    ),
    'institutionId',
  )
  const { name } = await work.mustFind(
    sql<{ name: string }>`select name from institutions.institution where id = ${given.institutionId}`,
  )
  await recordIn(work, partnershipId, 'lead.offered', given.id, {
    institution: name,
    decidedOn: given.decidedOn,
    decision: given.decision,
  })
  return { id: given.id }
}

/** Answers the offer, or takes it back. Accepted, the leading part passes at this instant; open cases stay where they are led. */
export async function answerLeadOffer(
  work: Work,
  offerId: string,
  answer: 'accepted' | 'declined' | 'withdrawn',
) {
  const offer = await work.mustFind(sql<{ partnershipId: string; institution: string }>`
    select o.partnership_id as "partnershipId", i.name as institution
    from partnerships.lead_offer o join institutions.institution i on i.id = o.to_institution_id where o.id = ${offerId}`)
  await recordIn(work, offer.partnershipId, `lead.${answer}`, offerId, { institution: offer.institution })
  orRefuse('partnerships', await work.ask(sql`partnerships.answer_lead_offer(${offerId}, ${answer})`))
  return {}
}
