import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { memberById } from './questions.ts'
import { recordIn } from './standing.ts'

/** Suspends a membership, until a last day or until it is resumed: what it opened closes for that time. */
export async function suspendMembership(
  work: Work,
  membershipId: string,
  { id, until, reason }: { id: string; until?: string | undefined; reason: string },
) {
  const member = await work.mustFind(memberById(membershipId))
  if (until && until < (await work.today()))
    throw new Refusal(409, 'partnerships:day-in-the-past', { field: 'until' })
  await recordIn(work, member.partnershipId, 'membership.suspended', membershipId, {
    institution: member.institution.name,
    until,
    reason,
  })
  const done = await work.ask<boolean>(sql`partnerships.suspend_membership(${id}, ${membershipId},
    splot.start_of_day(${until ?? null}::date + 1), ${reason})`)
  if (!done) throw new Refusal(409, 'partnerships:cannot-suspend')
  return {}
}

/** Ends a suspension; by the institution whose decision it was. */
export async function resumeMembership(work: Work, membershipId: string) {
  const member = await work.mustFind(memberById(membershipId))
  await recordIn(work, member.partnershipId, 'membership.resumed', membershipId, {
    institution: member.institution.name,
  })
  if (!(await work.ask<boolean>(sql`partnerships.resume_membership(${membershipId})`)))
    throw new Refusal(409, 'partnerships:cannot-resume')
  return {}
}
