import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { contractsContract } from './contract.ts'

/** Records a review that was held, and plans the next one. */
export async function holdReview(
  work: Work,
  scopeId: string,
  reviewId: string,
  given: z.output<typeof contractsContract.holdReview.body>,
) {
  if (given.heldOn > (await work.today()))
    throw new Refusal(400, 'contracts:in-the-future', { field: 'heldOn' })
  const review = await work.mustFind(sql<{ contractId: string; held: boolean }>`
    select contract_id as "contractId", held_on is not null as held from contracts.review where id = ${reviewId} and scope_id = ${scopeId}`)
  if (review.held) throw new Refusal(409, 'contracts:review-already-held')
  const { numAffectedRows } = await sql`
    update contracts.review set held_on = ${given.heldOn}, summary = ${given.summary}, held_by = ${work.actor.workerId} where id = ${reviewId}`.execute(
    work.db,
  )
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  if (given.nextId && given.nextOn)
    await sql`insert into contracts.review (id, scope_id, contract_id, due) values (${given.nextId}, ${scopeId}, ${review.contractId}, ${given.nextOn})`.execute(
      work.db,
    )
  await work.record({
    verb: 'review.held',
    subjectId: reviewId,
    scopeId,
    class: 'team',
    values: { heldOn: given.heldOn },
  })
  return {}
}
