import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { onPaper } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { contractsContract } from './contract.ts'
import { actionsForSignatories, mayBeSuggested, mustHoldSomething } from './for-readers.ts'
import { dotted } from './paper-questions.ts'
import { goalsFor, peopleWhoMaySign, type SocialContract, socialWorkersOf, wordsFor } from './questions.ts'

type Given = z.output<typeof contractsContract.drawUp.body>
type Change = z.output<typeof contractsContract.changeDraft.body>

/**
 * The words of a new contract. Taken over are names of problems and the family's goals, of class `file` alone; what was
 * written in views is offered with where it comes from, as far as all adults may read it.
 */
export async function suggestion(work: Work, scopeId: string) {
  const may = await mayBeSuggested(work, scopeId)
  const goals = (await work.all(goalsFor(scopeId))).filter((each) => may(each.class))
  const said = (await work.all(wordsFor(scopeId))).filter((each) => may(each.class))
  const ofGoals = goals.flatMap((goal, i) => {
    const expected = expectedOf(goal, goals.length > 1)
    const source = { from: 'goal' as const, class: goal.class, domain: goal.domain, by: null, kept: false }
    return [
      // The first is the main one; the others stand beside it on the paper.
      ...(i === 0 ? [{ ...source, part: 'mainGoal' as const, words: `„${goal.words}”` }] : []),
      ...(expected ? [{ ...source, part: 'effects' as const, words: expected }] : []),
    ]
  })
  const sources = [...said, ...ofGoals].map(({ class: dataClass, ...each }) => ({
    ...each,
    taken: dataClass === 'file' && each.from !== 'assessment',
  }))
  const takenFor = (part: (typeof sources)[number]['part'], between = '\n') =>
    sources
      .filter((each) => each.part === part && each.taken)
      .map(({ words }) => words)
      .join(between)
  const { today, monthsToReview } = await work.mustFind(sql<{ today: string; monthsToReview: number }>`
    select splot.today_pl() as today, coalesce((select r.review_every_months from partnerships.rules_of_work r
      join cases."case" c on c.partnership_id = r.partnership_id where c.id = ${scopeId} and r.period @> now()), 3) as "monthsToReview"`)
  return {
    causes: takenFor('causes', ', '),
    possibilities: takenFor('possibilities'),
    limits: '',
    barriers: takenFor('barriers'),
    mainGoal: takenFor('mainGoal'),
    effects: takenFor('effects'),
    education: '',
    skills: '',
    experience: '',
    earlierAttempts: '',
    commitments: onPaper('contracts:commitments'),
    consequences: onPaper('contracts:consequences'),
    sources,
    from: today,
    to: monthsLater(today, 12),
    // On a working day: the next one, where that many months later is none.
    reviewOn: await work.ask<string>(
      sql`splot.add_working_days(${monthsLater(today, monthsToReview)}::date, 0)`,
    ),
    signatories: await work.all(peopleWhoMaySign(scopeId)),
  }
}

type GoalRow = {
  words: string
  expected: string | null
  nowWords: string | null
  targetWords: string | null
  until: string | null
}

/** What one expects of a goal: its sign, what the levels mean from which to which one goes, until when. Empty where nobody said anything. */
function expectedOf({ words, expected, nowWords, targetWords, until }: GoalRow, named: boolean): string {
  const told = [
    expected,
    nowWords && targetWords && nowWords !== targetWords && `Dziś: ${nowWords}`,
    targetWords && `Chcemy: ${targetWords}`,
    (expected || targetWords) && until && `Do ${dotted(until)}`,
  ]
    .flatMap((part) => (part ? part.replace(/[.]?$/, '.') : []))
    .join(' ')
  return told && named ? `„${words}”: ${told}` : told
}

/** Draws up the plan of a frozen basket (once) and a social contract from it. No fact is typed again. */
export async function drawUp(work: Work, scopeId: string, given: Given) {
  await check(work, scopeId, given)
  const able = given.signatories.filter((each) => !each.cannotDeclareWill)
  if (!able.length) throw new Refusal(409, 'contracts:nobody-can-sign', { field: 'signatories' })
  const people = new Set(given.signatories.map((each) => each.forPersonId ?? each.personId))
  if (given.type === 'B' && people.size !== 1)
    throw new Refusal(409, 'contracts:one-person-in-b', { field: 'signatories' })
  const planId = await planOf(work, scopeId, given)
  // What was said of the contract that is amended is not asked for again.
  const said =
    given.saidNothing ??
    (
      await work.find(sql<Pick<SocialContract, 'saidNothing'>>`
      select said_nothing as "saidNothing" from contracts.social_contract where id = ${given.amendsId ?? null} and scope_id = ${scopeId}`)
    )?.saidNothing
  await sql`
    insert into contracts.social_contract (id, scope_id, plan_id, type, amends_id, social_worker_id, causes, possibilities, limits, barriers, main_goal,
      effects, education, skills, experience, earlier_attempts, said_nothing, planned, review_on, drawn_up_by)
    values (${given.id}, ${scopeId}, ${planId}, ${given.type}, ${given.amendsId ?? null}, ${given.socialWorkerId}, ${given.causes},
      ${given.possibilities}, ${given.limits}, ${given.barriers}, ${given.mainGoal}, ${given.effects}, ${given.education},
      ${given.skills}, ${given.experience}, ${given.earlierAttempts}, ${nothingIn(given, said)}, daterange(${given.from}, ${given.to}, '[]'),
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

/** Fields without words of which somebody said that there is nothing to say. */
const nothingIn = (words: Change, said: SocialContract['saidNothing'] = []) =>
  [...new Set(said)].filter((part) => !words[part])

type Plan = Pick<Given, 'planId' | 'versionId' | 'from' | 'to' | 'commitments' | 'consequences'>

/** The plan of a frozen basket: the one that was drawn up from it, or a new one. */
async function planOf(work: Work, scopeId: string, given: Plan): Promise<string> {
  const plan = await work.find(sql<{ id: string }>`
    select id from contracts.cooperation_plan where scope_id = ${scopeId} and version_id = ${given.versionId}`)
  if (plan) return plan.id
  await sql`
    insert into contracts.cooperation_plan (id, scope_id, version_id, no, planned, commitments, consequences, drawn_up_by)
    select ${given.planId}, ${scopeId}, ${given.versionId}, coalesce(max(no), 0) + 1, daterange(${given.from}, ${given.to}, '[]'),
      ${given.commitments || null}, ${given.consequences || null}, ${work.actor.workerId}
    from contracts.cooperation_plan where scope_id = ${scopeId}`.execute(work.db)
  await work.record({ verb: 'plan.drawn-up', subjectId: given.planId, scopeId, class: 'file' })
  return given.planId
}

/**
 * Puts the newest frozen basket under a draft, so that goals and services that were agreed anew stand in the contract that is
 * being written; its words, days and signatories stay.
 */
export async function takeBasket(
  work: Work,
  scopeId: string,
  contractId: string,
  { planId, versionId }: z.output<typeof contractsContract.takeBasket.body>,
) {
  const draft = await work.mustFind(sql<
    Omit<Plan, 'planId' | 'versionId'> & { state: string; newest: string }
  >`
    select c.state, lower(c.planned) as "from", upper(c.planned) - 1 as "to", p.commitments, p.consequences,
      (select v.id from baskets.version v where v.scope_id = c.scope_id order by v.no desc limit 1) as newest
    from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
    where c.id = ${contractId} and c.scope_id = ${scopeId}`)
  if (draft.state !== 'draft') throw new Refusal(409, 'contracts:contract-already-printed')
  if (draft.newest !== versionId) throw new Refusal(409, 'contracts:older-basket')
  await work.change('contracts.social_contract', contractId, {
    plan_id: await planOf(work, scopeId, { ...draft, planId, versionId }),
  })
  mustHoldSomething((await actionsForSignatories(work, scopeId, contractId)).itemIds)
  await work.record({
    verb: 'contract.basket-taken',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
  })
  return {}
}

/** Improves the words of a draft. */
export async function changeDraft(work: Work, scopeId: string, contractId: string, change: Change) {
  const before = await work.mustFind(sql<Pick<SocialContract, 'state' | 'saidNothing'>>`
    select state, said_nothing as "saidNothing" from contracts.social_contract where id = ${contractId} and scope_id = ${scopeId}`)
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
    said_nothing: nothingIn(change, change.saidNothing ?? before.saidNothing),
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
