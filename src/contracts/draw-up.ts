import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { contractsContract } from './contract.ts'
import { actionsForSignatories, mayBeSuggested, mustHoldSomething } from './for-readers.ts'
import { peopleWhoMaySign, socialWorkersOf, wordsFor } from './questions.ts'

type Given = z.output<typeof contractsContract.drawUp.body>
type Change = z.output<typeof contractsContract.changeDraft.body>

/** The words of a new contract, from what the assessment and the basket already say and all adults may read. */
export async function suggestion(work: Work, scopeId: string) {
  const may = await mayBeSuggested(work, scopeId)
  const said = (await work.all(wordsFor(scopeId))).filter((each) => may(each.class))
  const wordsOf = (part: (typeof said)[number]['part'], between = '\n') =>
    said
      .filter((each) => each.part === part)
      .map(({ words }) => words)
      .join(between)
  const { today, monthsToReview } = await work.mustFind(sql<{ today: string; monthsToReview: number }>`
    select splot.today_pl() as today, coalesce((select r.review_every_months from partnerships.rules_of_work r
      join cases."case" c on c.partnership_id = r.partnership_id where c.id = ${scopeId} and r.period @> now()), 3) as "monthsToReview"`)
  return {
    causes: wordsOf('causes', ', '),
    possibilities: wordsOf('possibilities'),
    limits: '',
    barriers: wordsOf('barriers'),
    mainGoal: wordsOf('mainGoal'),
    effects: wordsOf('effects'),
    education: '',
    skills: '',
    experience: '',
    earlierAttempts: '',
    from: today,
    to: monthsLater(today, 12),
    reviewOn: monthsLater(today, monthsToReview),
    signatories: await work.all(peopleWhoMaySign(scopeId)),
  }
}

/** Draws up the plan of a frozen basket (once) and a social contract from it. No fact is typed again. */
export async function drawUp(work: Work, scopeId: string, given: Given) {
  await check(work, scopeId, given)
  const able = given.signatories.filter((each) => !each.cannotDeclareWill)
  if (!able.length) throw new Refusal(409, 'contracts:nobody-can-sign', { field: 'signatories' })
  const people = new Set(given.signatories.map((each) => each.forPersonId ?? each.personId))
  if (given.type === 'B' && people.size !== 1)
    throw new Refusal(409, 'contracts:one-person-in-b', { field: 'signatories' })
  const plan = await work.find(sql<{ id: string }>`
    select id from contracts.cooperation_plan where scope_id = ${scopeId} and version_id = ${given.versionId}`)
  const planId = plan?.id ?? given.planId
  if (!plan) {
    await sql`
      insert into contracts.cooperation_plan (id, scope_id, version_id, no, planned, commitments, consequences, drawn_up_by)
      select ${planId}, ${scopeId}, ${given.versionId}, coalesce(max(no), 0) + 1, daterange(${given.from}, ${given.to}, '[]'),
        ${given.commitments || null}, ${given.consequences || null}, ${work.actor.workerId}
      from contracts.cooperation_plan where scope_id = ${scopeId}`.execute(work.db)
    await work.record({ verb: 'plan.drawn-up', subjectId: planId, scopeId, class: 'file' })
  }
  await sql`
    insert into contracts.social_contract (id, scope_id, plan_id, type, amends_id, social_worker_id, causes, possibilities, limits, barriers, main_goal,
      effects, education, skills, experience, earlier_attempts, planned, review_on, drawn_up_by)
    values (${given.id}, ${scopeId}, ${planId}, ${given.type}, ${given.amendsId ?? null}, ${given.socialWorkerId}, ${given.causes},
      ${given.possibilities}, ${given.limits}, ${given.barriers}, ${given.mainGoal}, ${given.effects}, ${given.education},
      ${given.skills}, ${given.experience}, ${given.earlierAttempts}, daterange(${given.from}, ${given.to}, '[]'),
      ${given.reviewOn}, ${work.actor.workerId})`.execute(work.db)
  for (const each of given.signatories)
    await work.db
      .insertInto('contracts.signature')
      .values({
        id: each.id,
        contract_id: given.id,
        scope_id: scopeId,
        person_id: each.personId,
        part: each.part,
        for_person_id: each.forPersonId ?? null,
        cannot_declare_will: each.cannotDeclareWill,
      })
      .execute()
  await sql`
    insert into contracts.signature (id, contract_id, scope_id, worker_id, part)
    values (uuidv7(), ${given.id}, ${scopeId}, ${given.socialWorkerId}, 'social_worker')`.execute(work.db)
  mustHoldSomething((await actionsForSignatories(work, scopeId, given.id)).itemIds, 'signatories')
  await work.record({
    verb: given.amendsId ? 'contract.amendment-drawn-up' : 'contract.drawn-up',
    subjectId: given.id,
    scopeId,
    class: 'file',
    values: { type: given.type },
  })
  return { id: given.id }
}

/** Improves the words of a draft. */
export async function changeDraft(work: Work, scopeId: string, contractId: string, change: Change) {
  const before = await work.mustFind(sql<{ state: string }>`
    select state from contracts.social_contract where id = ${contractId} and scope_id = ${scopeId}`)
  if (before.state !== 'draft') throw new Refusal(409, 'contracts:contract-already-printed')
  await check(work, scopeId, change)
  await work.change('contracts.social_contract', contractId, {
    causes: change.causes,
    possibilities: change.possibilities,
    limits: change.limits,
    barriers: change.barriers,
    main_goal: change.mainGoal,
    effects: change.effects,
    education: change.education,
    skills: change.skills,
    experience: change.experience,
    earlier_attempts: change.earlierAttempts,
    social_worker_id: change.socialWorkerId,
    planned: sql`daterange(${change.from}, ${change.to}, '[]')`,
    review_on: change.reviewOn,
  })
  await work.record({
    verb: 'contract.changed',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
  })
  return {}
}

async function check(
  work: Work,
  scopeId: string,
  { from, to, reviewOn, socialWorkerId }: Pick<Given, 'from' | 'to' | 'reviewOn' | 'socialWorkerId'>,
) {
  if (to < from) throw new Refusal(400, 'contracts:ends-before-it-starts', { field: 'to' })
  if (reviewOn < from || reviewOn > to)
    throw new Refusal(400, 'contracts:review-outside', { field: 'reviewOn' })
  const workers = await work.all(socialWorkersOf(scopeId))
  if (!workers.some(({ id }) => id === socialWorkerId))
    throw new Refusal(409, 'contracts:no-social-worker', { field: 'socialWorkerId' })
}

/** The same day so many months later, or the last day of that month. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
