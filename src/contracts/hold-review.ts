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

/** Plans a review that nobody planned. */
export async function planReview(
  work: Work,
  scopeId: string,
  contractId: string,
  { id, due }: z.output<typeof contractsContract.planReview.body>,
) {
  const contract = await work.mustFind(sql<{ state: string; to: string; planned: boolean }>`
    select c.state, upper(c.planned) - 1 as "to",
      exists (select from contracts.review r where r.contract_id = c.id and r.held_on is null) as planned
    from contracts.social_contract c where c.id = ${contractId} and c.scope_id = ${scopeId} for update`)
  if (contract.state !== 'approved') throw new Refusal(409, 'contracts:contract-not-in-force')
  if (contract.planned) throw new Refusal(409, 'contracts:review-already-planned')
  if (due < (await work.today())) throw new Refusal(400, 'contracts:in-the-past', { field: 'due' })
  if (due > contract.to) throw new Refusal(400, 'contracts:review-outside', { field: 'due' })
  await sql`insert into contracts.review (id, scope_id, contract_id, due) values (${id}, ${scopeId}, ${contractId}, ${due})`.execute(
    work.db,
  )
  await work.record({
    verb: 'review.planned',
    subjectId: id,
    scopeId,
    class: 'team',
    values: { due },
  })
  return { id }
}
