import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { handoverById, handoverLines, memberById, openWorkBefore } from './questions.ts'
import { recordIn } from './standing.ts'

/**
 * Ends a membership at this instant. Memberships, appointments and parts in teams end, unanswered requests and tasks
 * go to the coordinators, and what was handed over is written down for both sides. An institution that leads open
 * cases first hands them over or closes them; those that its head is kept out of pass to the leading institution.
 */
export async function leavePartnership(work: Work, membershipId: string, { reason }: { reason: string }) {
  const member = await work.mustFind(memberById(membershipId))
  if (member.leading) throw new Refusal(409, 'partnerships:leader-stays')
  const open = await work.all(openWorkBefore(membershipId))
  const led = open.filter(({ kind }) => kind === 'led').map(({ caseCode }) => caseCode)
  if (led.length)
    throw new Refusal(409, 'partnerships:still-leads-cases', {
      values: { count: led.length, codes: led.slice(0, 5).join(', ') },
    })
  // Before the change: afterwards the leaving institution sees the partnership no longer.
  await recordIn(work, member.partnershipId, 'membership.ended', membershipId, {
    institution: member.institution.name,
    reason,
  })
  const ended = await work
    .ask<boolean>(sql`partnerships.end_membership(${membershipId}, ${reason})`)
    .catch((error) => {
      if (error.constraint !== 'still_leads_open_cases') throw error
      // Whoever leads the partnership learns neither how many nor which.
      if (member.institution.id !== work.actor.institutionId)
        throw new Refusal(409, 'partnerships:cases-led-there')
      // A case was opened meanwhile: begun anew (as after a serialization failure), it is named by its code.
      throw Object.assign(error, { code: '40001' })
    })
  if (!ended) throw new Refusal(403, 'partnerships:only-a-head')
  return {}
}

/** What an institution handed over when it left. */
export async function handoverOf(work: Work, membershipId: string) {
  return {
    ...(await work.mustFind(handoverById(membershipId))),
    lines: await work.all(handoverLines(membershipId)),
  }
}
