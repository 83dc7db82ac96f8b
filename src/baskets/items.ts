import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'
import { itemById } from './questions.ts'
import { recordFamilyAnswer } from './record-family-answer.ts'
import { toldOf } from './told-of.ts'

type NewItem = z.output<typeof basketsContract.putItem.body>
type ItemChange = z.output<typeof basketsContract.changeItem.body>

/**
 * Puts into the basket what an institution does, people of the household, or both. Asked at once, the institution finds it
 * in its inbox; what the family agreed to while it was written stands agreed.
 */
export async function putItem(
  work: Work,
  scopeId: string,
  { id, goalId, ask, agreed, forWhom, weekly, ...item }: NewItem,
) {
  const goal = await work.mustFind(sql<{ class: string }>`
    select class from baskets.goal where id = ${goalId} and scope_id = ${scopeId} and dropped_at is null`)
  if (Boolean(item.serviceKind) !== Boolean(item.providerId))
    throw new Refusal(400, 'baskets:nobody-does-it', { field: 'providerId' })
  // What the family does itself has no kind: it is of its goal's class.
  const kind = item.serviceKind
    ? await work.mustFind(
        sql<{ class: string }>`select class from directory.service_kind where code = ${item.serviceKind}`,
      )
    : goal
  await check(work, scopeId, item)
  await work.db
    .insertInto('baskets.item')
    .values({
      id,
      scope_id: scopeId,
      goal_id: goalId,
      goal_class: goal.class,
      class: kind.class,
      added_by: work.actor.workerId,
      ...columnsOf(item),
    })
    .execute()
  await nameWhom(work, scopeId, id, forWhom)
  await setTimes(work, scopeId, id, weekly)
  const told = toldOf({ class: kind.class, goalClass: goal.class })
  await work.record({
    verb: 'item.put',
    subjectId: id,
    scopeId,
    ...told,
    values: { what: item.what },
  })
  if (ask && item.providerId) await askFor(work, scopeId, id, item.what, item.providerId, told)
  if (agreed) await agree(work, scopeId, id)
  return { id }
}

/** Changes an item. Whatever was said to its earlier wording is asked anew: nobody is held to what they did not hear. */
export async function changeItem(
  work: Work,
  scopeId: string,
  itemId: string,
  { ask, forWhom, weekly, ...item }: ItemChange,
) {
  const before = await work.mustFind(itemById(scopeId, itemId))
  if (before.removed) throw notFound()
  if (Boolean(before.providerId) !== Boolean(item.providerId))
    throw new Refusal(400, 'baskets:nobody-does-it', { field: 'providerId' })
  await check(work, scopeId, item)
  const { service_kind: _, ...columns } = columnsOf(item)
  await work.change('baskets.item', itemId, columns)
  await sql`delete from baskets.item_person where item_id = ${itemId}`.execute(work.db)
  await nameWhom(work, scopeId, itemId, forWhom)
  await sql`delete from baskets.item_time where item_id = ${itemId}`.execute(work.db)
  await setTimes(work, scopeId, itemId, weekly)
  await work.record({
    verb: 'item.reworded',
    subjectId: itemId,
    scopeId,
    ...toldOf(before),
    before: before.about,
    values: { what: item.what, before: before.what },
  })
  if (ask && item.providerId) await askFor(work, scopeId, itemId, item.what, item.providerId, toldOf(before))
  return {}
}

/** Asks the institution for its part; an earlier answer is gone with the new question. */
export async function askItem(work: Work, scopeId: string, itemId: string) {
  const item = await work.mustFind(itemById(scopeId, itemId))
  if (item.removed) throw notFound()
  if (!item.providerId) throw notFound()
  await mustBeAskable(work, scopeId, item.providerId)
  await askFor(work, scopeId, itemId, item.what, item.providerId, toldOf(item))
  return {}
}

/** Takes an item out of the basket; what was said to it stays in the journal. Taking it out twice changes nothing. */
export async function removeItem(work: Work, scopeId: string, itemId: string) {
  const item = await work.mustFind(itemById(scopeId, itemId))
  if (item.removed) return {}
  const { numAffectedRows } = await sql`
    update baskets.item set removed_at = now(), version = version + 1 where id = ${itemId}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: 'item.removed',
    subjectId: itemId,
    scopeId,
    ...toldOf(item),
    values: { what: item.what },
  })
  return {}
}

type Fields = Omit<ItemChange, 'ask' | 'forWhom' | 'weekly'>

async function check(work: Work, scopeId: string, item: Fields) {
  if (item.starts && item.ends && item.ends < item.starts)
    throw new Refusal(400, 'baskets:ends-before-it-starts', { field: 'ends' })
  if ((item.familyCostGrosz ?? 0) > (item.costGrosz ?? Number.POSITIVE_INFINITY))
    throw new Refusal(400, 'baskets:family-pays-too-much', { field: 'familyCostGrosz' })
  if (!item.providerId) {
    if (!item.performers.length) throw new Refusal(400, 'baskets:nobody-does-it', { field: 'performers' })
    return
  }
  await mustBeAskable(work, scopeId, item.providerId)
  if (!item.workerId) return
  const employed = await work.find(sql`
    select from institutions.worker where id = ${item.workerId} and institution_id = ${item.providerId}
      and cases.may_be_asked(${scopeId}, id)`)
  if (!employed) throw new Refusal(409, 'baskets:provider-cannot-be-asked', { field: 'workerId' })
}

async function mustBeAskable(work: Work, scopeId: string, providerId: string) {
  const may = await work.ask<boolean>(sql`baskets.may_be_asked(${scopeId}, ${providerId})`)
  if (!may) throw new Refusal(409, 'baskets:provider-cannot-be-asked', { field: 'providerId' })
}

const columnsOf = (item: Fields) => ({
  service_kind: item.serviceKind ?? null,
  what: item.what,
  provider_id: item.providerId ?? null,
  worker_id: (item.providerId && item.workerId) ?? null,
  performer_ids: item.performers,
  indicator: item.indicator || null,
  frequency: item.frequency || null,
  starts: item.starts ?? null,
  ends: item.ends ?? null,
  cost_grosz: item.costGrosz ?? null,
  // Where all of it is free, so is the family's part.
  family_cost_grosz: item.costGrosz === 0 ? 0 : (item.familyCostGrosz ?? null),
  funding: item.costGrosz === 0 ? 'free' : (item.costGrosz && item.funding) || null,
  service_id: (item.providerId && item.serviceId) ?? null,
  request: item.request,
})

async function setTimes(work: Work, scopeId: string, itemId: string, weekly: NewItem['weekly']) {
  const wrong = weekly.findIndex(({ begins, ends }) => ends !== null && ends <= begins)
  if (wrong >= 0) throw new Refusal(400, 'baskets:ends-before-it-starts', { field: `weekly.${wrong}.ends` })
  const each = new Map(weekly.map((time) => [`${time.weekday} ${time.begins}`, time]))
  if (!each.size) return
  await work.db
    .insertInto('baskets.item_time')
    .values([...each.values()].map((time) => ({ item_id: itemId, scope_id: scopeId, ...time })))
    .execute()
}

async function nameWhom(work: Work, scopeId: string, itemId: string, people: string[]) {
  if (!people.length) return
  await work.db
    .insertInto('baskets.item_person')
    .values([...new Set(people)].map((person) => ({ item_id: itemId, scope_id: scopeId, person_id: person })))
    .execute()
}

/** The family said yes while it was put in, in person. */
async function agree(work: Work, scopeId: string, itemId: string) {
  const { version } = await work.mustFind(
    sql<{ version: number }>`select family_version as version from baskets.item where id = ${itemId}`,
  )
  await recordFamilyAnswer(work, scopeId, itemId, version, {
    answer: 'yes',
    how: 'in_person',
    on: await work.today(),
    saidBy: [],
  })
}

/** Asks the institution: a referral within the case. What our own does is accepted already: nobody is asked, and it is no answer. */
async function askFor(
  work: Work,
  scopeId: string,
  itemId: string,
  what: string,
  providerId: string,
  told: ReturnType<typeof toldOf>,
) {
  orRefuse('baskets', await work.ask(sql`baskets.ask(${itemId})`), 'providerId')
  const ours = await work.find(sql`
    select from baskets.item i join referrals.point p on p.id = i.point_id where i.id = ${itemId} and p.answered_at = p.asked_at`)
  await work.record({
    verb: ours ? 'item.taken-on' : 'item.asked',
    subjectId: itemId,
    scopeId,
    ...told,
    values: { what, provider: providerId },
  })
}
