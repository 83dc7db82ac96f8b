import { sql } from 'kysely'
import { addWorkingDays, todayInPoland, workingDaysBetween } from '../platform/deadlines/working-days.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes.ts'
import type { Work } from '../platform/http/work.ts'
import { answerItem } from './answer-item.ts'
import { basketsContract } from './contract.ts'
import { changeGoal, recordGap, setGoal } from './goals.ts'
import { askItem, changeItem, putItem, recordFamilyAnswer, remind, removeItem } from './items.ts'
import { askedOfMe, gapsOf, goalsOf, itemsOf, mayMake, versionsOf } from './questions.ts'

const mustBeOnTheTeam = (work: Work, scopeId: string) =>
  work.mustFind(
    sql`select where ${scopeId} in (select access.my_scopes('team')) or ${scopeId} in (select access.my_scopes('head'))`,
  )
const mustCoordinate = (work: Work, scopeId: string) =>
  work.mustFind(sql`select where ${scopeId} in (select access.my_scopes('coordinate'))`)

/** Freezes what both sides said yes to; nothing ready is said so. */
export async function freeze(work: Work, caseId: string, versionId: string) {
  const held = await work.ask<number | null>(sql`baskets.freeze_ready(${versionId}, ${caseId})`)
  if (held === null) throw notFound()
  if (held === 0) throw new Refusal(409, 'baskets:nothing-ready')
  await work.record({
    verb: 'basket.frozen',
    subjectId: versionId,
    scopeId: caseId,
    class: 'file',
    values: { items: held },
  })
  return { id: versionId, items: held }
}

export const basketsRoutes = routesOf('baskets', basketsContract, {
  basket: async (work, { params }) => {
    await mustBeOnTheTeam(work, params.id)
    const today = todayInPoland()
    const items = (await work.all(itemsOf(params.id))).map((item) => ({
      ...item,
      usedDays:
        item.askedOn && !item.institutionAnswer ? Math.max(0, workingDaysBetween(item.askedOn, today)) : null,
    }))
    return {
      goals: await work.all(goalsOf(params.id)),
      items,
      gaps: await work.all(gapsOf(params.id)),
      versions: await work.all(versionsOf(params.id)),
      mayMake: (await work.mustFind(mayMake(params.id))).may,
    }
  },
  setGoal: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return setGoal(work, params.id, body)
  },
  changeGoal: (work, { params, body }) => changeGoal(work, params.id, params.goalId, body),
  putItem: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return putItem(work, params.id, body)
  },
  changeItem: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return changeItem(work, params.id, params.itemId, body)
  },
  askItem: async (work, { params }) => {
    await mustCoordinate(work, params.id)
    return askItem(work, params.id, params.itemId)
  },
  remind: async (work, { params }) => {
    await mustCoordinate(work, params.id)
    return remind(work, params.id, params.itemId)
  },
  removeItem: (work, { params }) => removeItem(work, params.id, params.itemId),
  familyAnswers: (work, { params, body }) => recordFamilyAnswer(work, params.id, params.itemId, body),
  recordGap: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return recordGap(work, params.id, body)
  },
  freeze: (work, { params, body }) => freeze(work, params.id, body.id),
  askedOfMe: async (work) =>
    (await work.all(askedOfMe)).map(({ days, ...item }) => ({
      ...item,
      answerBy: item.answerBy ?? addWorkingDays(item.askedOn, days),
    })),
  answerItem: (work, { params, body }) => answerItem(work, params.id, body),
})
