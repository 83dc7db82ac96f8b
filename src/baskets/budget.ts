import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'
import { itemById } from './questions.ts'
import { toldOf } from './told-of.ts'

type Budgets = z.output<typeof basketsContract.familyBudgets.answer>
type NewBudget = z.output<typeof basketsContract.setFamilyBudget.body>
type NewPayment = z.output<typeof basketsContract.enterPayment.body>

/** Of each partnership of whose money I may know, with what its items take of it. */
export const familyBudgets = sql<Budgets[number]>`
  select p.id as "partnershipId", p.name, p.id = any ((select directory.my_kept_partnerships())::uuid[]) as "maySet",
    (select jsonb_build_object('amountGrosz', b.amount_grosz, 'from', lower(b.period), 'until', upper(b.period) - 1,
        'leftGrosz', baskets.budget_left(p.id)) from baskets.budget b where b.partnership_id = p.id and b.replaced_at is null) as budget,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.worker_id, 'name', c.name, 'institution', c.institution, 'committedGrosz', c.committed,
        'paidGrosz', c.paid) order by c.name) from baskets.commitments(p.id) c), '[]') as commitments
  from partnerships.partnership p where p.id = any ((select baskets.my_budgets())::uuid[]) order by p.name, p.id`

/** Says how much there is, and for when. What was said before is kept, and holds no more. */
export async function setFamilyBudget(
  work: Work,
  { id, partnershipId, amountGrosz, from, until }: NewBudget,
) {
  if (until < from) throw new Refusal(400, 'baskets:ends-before-it-starts', { field: 'until' })
  await work.mustFind(sql`select from partnerships.partnership where id = ${partnershipId}`)
  if (!(await work.ask(sql`${partnershipId} = any ((select directory.my_kept_partnerships())::uuid[])`)))
    throw new Refusal(403, 'baskets:only-who-leads')
  await sql`
    insert into baskets.budget (id, partnership_id, amount_grosz, period, set_by)
    values (${id}, ${partnershipId}, ${amountGrosz}, daterange(${from}, ${until}, '[]'), ${work.actor.workerId})`.execute(
    work.db,
  )
  await work.record({ verb: 'budget.set', subjectId: partnershipId })
  return { id }
}

/** Writes down what was paid for an item. */
export async function enterPayment(
  work: Work,
  scopeId: string,
  itemId: string,
  { id, amountGrosz, paidOn }: NewPayment,
) {
  const item = await work.mustFind(itemById(scopeId, itemId))
  if (paidOn > (await work.today())) throw new Refusal(400, 'baskets:in-the-future', { field: 'paidOn' })
  if (item.funding !== 'partnership_budget') throw new Refusal(409, 'baskets:not-of-this-money')
  await work.db
    .insertInto('baskets.payment')
    .values({
      id,
      item_id: itemId,
      scope_id: scopeId,
      amount_grosz: amountGrosz,
      paid_on: paidOn,
      entered_by: work.actor.workerId,
    })
    .execute()
  await work.record({
    verb: 'payment.entered',
    subjectId: itemId,
    scopeId,
    ...toldOf(item),
    values: { what: item.what },
  })
  return { id }
}

/** A payment was written down by mistake. Said twice, it changes nothing. */
export async function takePaymentBack(work: Work, scopeId: string, itemId: string, paymentId: string) {
  const item = await work.mustFind(itemById(scopeId, itemId))
  const payment = await work.mustFind(sql<{ back: boolean }>`
    select taken_back_at is not null as back from baskets.payment where id = ${paymentId} and item_id = ${itemId}`)
  if (payment.back) return {}
  const { numAffectedRows } =
    await sql`update baskets.payment set taken_back_at = now() where id = ${paymentId}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: 'payment.taken-back',
    subjectId: itemId,
    scopeId,
    ...toldOf(item),
    values: { what: item.what },
  })
  return {}
}
