import { sql } from 'kysely'
import { inviteWorker } from '../institutions/invite-worker.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'
import { mustLead, recordIn } from './standing.ts'

type NewInstitution = {
  kind: string
  name: string
  shortName?: string | undefined
  seat: string
  locality?: string | undefined
  headId: string
  workerId: string
  invitationId: string
  givenName: string
  familyName: string
  position: string
  email: string
}

type Invitation = {
  id: string
  institutionId: string
  establish?: NewInstitution | undefined
  why: string
  meetingAt?: string | undefined
  meetingPlace?: string | undefined
  answerBy: string
}

/**
 * Invites an institution into the partnership; by its leader. One that is not in Splot yet is established with its
 * head, who gets an invitation by e-mail and heads it once the leader confirms that it is them.
 */
export async function inviteInstitution(work: Work, partnershipId: string, given: Invitation) {
  await mustLead(work, partnershipId)
  if (given.answerBy < (await work.today()))
    throw new Refusal(409, 'partnerships:day-in-the-past', { field: 'answerBy' })
  if (given.establish) await establish(work, given.institutionId, given.establish)
  const { name, here } =
    (await work.find(sql<{ name: string; here: boolean }>`
    select i.name, exists (select from partnerships.membership m where m.partnership_id = ${partnershipId}
      and m.institution_id = i.id and m.left_because is null) as here
    from institutions.institution i where i.id = ${given.institutionId} and i.period @> now()`)) ?? {}
  if (!name) throw new Refusal(409, 'partnerships:unknown-institution', { field: 'institutionId' })
  if (here) throw new Refusal(409, 'partnerships:already-invited', { field: 'institutionId' })
  await sql`insert into partnerships.membership (id, partnership_id, institution_id, invited_by, why, meeting_at, meeting_place, answer_by)
    values (${given.id}, ${partnershipId}, ${given.institutionId}, ${work.actor.workerId}, ${given.why},
      ${given.meetingAt ?? null}, ${given.meetingPlace || null}, ${given.answerBy})`.execute(work.db)
  if (given.establish)
    await inviteWorker(work, given.establish.workerId, {
      id: given.establish.invitationId,
      email: given.establish.email,
    })
  // It signs what the others sign: a draft as a founding party while nobody signed it, else as one that accedes.
  await sql`insert into partnerships.agreement_party (agreement_id, institution_id, founding)
    select g.id, ${given.institutionId}, g.in_force is null and not exists (
      select from partnerships.agreement_party y where y.agreement_id = g.id and y.signed_on is not null)
    from partnerships.agreement g where g.partnership_id = ${partnershipId} and (g.in_force is null or upper(g.in_force) > now())
      and not exists (select from partnerships.agreement_party y where y.agreement_id = g.id and y.institution_id = ${given.institutionId})`.execute(
    work.db,
  )
  await recordIn(work, partnershipId, 'institution.invited', given.id, {
    institution: name,
    answerBy: given.answerBy,
  })
  return { id: given.id }
}

async function establish(work: Work, id: string, its: NewInstitution) {
  await mustBeCommune(work, its.seat, 'establish.seat')
  orRefuse(
    'partnerships',
    await work.ask(sql`institutions.establish(${id}, ${its.kind}, ${its.name}, ${its.shortName || null}, ${its.seat},
      ${its.locality || null}, ${its.email}, ${its.workerId}, ${its.headId}, ${its.givenName}, ${its.familyName}, ${its.position})`),
  )
  await work.record({ verb: 'institution.established', subjectId: id, values: { name: its.name } })
}
