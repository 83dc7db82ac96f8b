import { sql } from 'kysely'
import type { z } from 'zod'
import { tellGuests } from '../guests/invite.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeReason } from './answer-point.ts'
import type { referralsContract } from './contract.ts'

/** Takes back what was asked: some points, or all. */
export async function withdraw(
  work: Work,
  id: string,
  { points, reason }: z.output<typeof referralsContract.withdraw.body>,
) {
  await work.mustFind(sql`select from referrals.referral where id = ${id}`)
  await mustBeReason(work, reason, 'withdraw')
  orRefuse('referrals', await work.ask(sql`referrals.withdraw(${id}, ${points}::uuid[], ${reason})`))
  await work.record({
    verb: 'referral.withdrawn',
    subjectId: id,
    scopeId: id,
    aboutId: id,
    values: { reason },
  })
  const goesOn =
    await work.find(sql`select from referrals.point where referral_id = ${id} and withdrawn_at is null
    and ended_on is null and answer is distinct from 'declined' limit 1`)
  if (!goesOn) await tellGuests(work, id, 'over')
  return {}
}

/** Records that the consent was withdrawn: at that instant the receiver reads nothing of it any more. */
export async function withdrawBasis(work: Work, id: string) {
  orRefuse('referrals', await work.ask(sql`referrals.withdraw_basis(${id})`))
  await work.record({ verb: 'referral.basis-withdrawn', subjectId: id, scopeId: id, aboutId: id })
  await tellGuests(work, id, 'over')
  return {}
}

/** Adds what lacked; what was sent back is asked anew, with the days that are agreed for an answer. */
export async function complete(
  work: Work,
  id: string,
  { points, words, phone }: z.output<typeof referralsContract.complete.body>,
) {
  orRefuse(
    'referrals',
    await work.ask(sql`referrals.complete(${id}, ${work.expectedVersion!}, ${points.map((point) => point.id)}::uuid[],
      ${points.map(({ what }) => what)}::text[], ${words}, ${phone || null})`),
  )
  await work.record({ verb: 'referral.completed', subjectId: id, scopeId: id, aboutId: id })
  await tellGuests(work, id, 'completed')
  return {}
}
