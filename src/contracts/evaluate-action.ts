import { sql } from 'kysely'
import type { z } from 'zod'
import { toldOf } from '../baskets/told-of.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { contractsContract } from './contract.ts'

/** Says what came of an action, of an institution or of the family. It goes back into part II of the contract when that is printed again. */
export async function evaluateAction(
  work: Work,
  scopeId: string,
  contractId: string,
  given: z.output<typeof contractsContract.evaluate.body>,
) {
  if (given.on > (await work.today())) throw new Refusal(400, 'contracts:in-the-future', { field: 'on' })
  const contract = await work.mustFind(sql<{ state: string }>`
    select state from contracts.social_contract where id = ${contractId} and scope_id = ${scopeId}`)
  if (contract.state !== 'approved') throw new Refusal(409, 'contracts:contract-not-in-force')
  const item = await work.mustFind(sql<{ class: string; goalClass: string; twin: boolean; what: string }>`
    select i.class, i.goal_class as "goalClass", i.what, exists (select from contracts.evaluation e where e.contract_id = ${contractId} and e.item_id = i.id and e.evaluated_on = ${given.on}) as twin
    from baskets.item i join contracts.social_contract c on c.id = ${contractId}
    where i.id = ${given.itemId} and i.scope_id = ${scopeId} and (c.printed_items is null or i.id = any (c.printed_items))`)
  if (item.twin) throw new Refusal(409, 'contracts:evaluated-that-day', { field: 'on' })
  await work.db
    .insertInto('contracts.evaluation')
    .values({
      id: given.id,
      contract_id: contractId,
      scope_id: scopeId,
      item_id: given.itemId,
      class: item.class,
      result: given.result,
      what: given.what || null,
      evaluated_on: given.on,
      evaluated_by: work.actor.workerId,
    })
    .execute()
  await work.record({
    verb: 'action.evaluated',
    subjectId: given.itemId,
    scopeId,
    ...toldOf(item),
    values: { result: given.result, what: item.what },
  })
  return { id: given.id }
}
