import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import { mustHeadMember } from './standing.ts'

/** The head says something beside the answer times of their own institution, in place of what was said before; for a year. */
export async function objectToTimes(
  work: Work,
  membershipId: string,
  { id, words }: { id: string; words: string },
) {
  await mustHeadMember(work, membershipId)
  await work.record({ verb: 'times.objected', subjectId: membershipId })
  await endPresent(work, membershipId)
  await sql`insert into partnerships.objection (id, membership_id, words, said_by)
    values (${id}, ${membershipId}, ${words}, ${work.actor.workerId})`.execute(work.db)
  return {}
}

/** Takes it back. */
export async function takeBackObjection(work: Work, membershipId: string) {
  await mustHeadMember(work, membershipId)
  await work.record({ verb: 'times.objection-ended', subjectId: membershipId })
  await endPresent(work, membershipId)
  return {}
}

const endPresent = (work: Work, membershipId: string) =>
  sql`update partnerships.objection set period = tstzrange(lower(period), now())
    where membership_id = ${membershipId} and period @> now()`.execute(work.db)
