import { sql } from 'kysely'
import { onPaper, print } from '../platform/documents/paper.ts'
import type { Work } from '../platform/http/work.ts'
import { mustHoldSomething, planForReaders, wholeHouseholdOf } from './for-readers.ts'
import { frameOf } from './paper-contract.ts'
import {
  costOnPaper,
  doersOf,
  type FrozenAction,
  goalsOnPaper,
  planById,
  serviceOnPaper,
} from './paper-questions.ts'
import { papers } from './papers.ts'

/**
 * The cooperation plan on paper (IPW), from what the case already holds: as all adults of the household may have it,
 * or one person of it.
 */
export async function planOnPaper(work: Work, scopeId: string, planId: string, personId?: string) {
  const plan = await work.mustFind(planById(scopeId, planId))
  const frame = await work.mustFind(frameOf(scopeId))
  const { actions, assessment, domains, people, disclosures, team } = await planForReaders(
    work,
    scopeId,
    await wholeHouseholdOf(work, scopeId),
    plan.versionId,
    personId,
  )
  mustHoldSomething(actions)
  const coordinator = frame.coordinator ?? { name: '–', position: '–', phone: null, email: null }
  const goals = goalsOnPaper(actions)
  const others = actions.filter(({ goalStands }) => !goalStands)
  await work.record({ verb: 'plan.printed', subjectId: plan.id, scopeId, class: 'file' })
  return print(
    work,
    papers['cooperation-plan'],
    { id: `${frame.code}/${plan.no}`, version: plan.no, name: `plan-${frame.code}` },
    {
      issuer: frame.issuer,
      place: frame.place,
      reference: frame.registryNumber ?? frame.code,
      planDocument: frame.planWord,
      number: `${frame.code}/${plan.no}`,
      partnership: frame.partnership,
      commune: frame.commune,
      status: onPaper(`contracts:phases.${await work.ask<string>(sql`contracts.phase_of(${scopeId})`)}`),
      coordinator: { ...coordinator, institution: frame.issuer.name },
      team: team.length
        ? team
        : [
            {
              name: coordinator.name,
              institution: frame.issuer.name,
              role: coordinator.position,
              phone: coordinator.phone,
            },
          ],
      period: { from: plan.from, to: plan.to },
      people: people.map((person) => ({
        name: person.name,
        relation: person.relation ?? '–',
        part: onPaper(`contracts:parts.${person.part}`),
        capacity: null,
        contactRules: person.ways.join(', ') || null,
      })),
      consents: disclosures
        .filter(({ kind }) => kind === 'consent')
        .map((each) => ({
          person: each.personName,
          by: each.by || '–',
          to: each.to,
          classes: each.classes.map((name) => onPaper(`consents:classes.${name}.name`)),
          given: each.since,
          until: each.until ?? plan.to,
          withdrawnOn: each.withdrawnOn,
        })),
      domains: domains.length
        ? domains.map((each) => ({
            domain: each.domain,
            teamLevel: each.level,
            familyLevel: each.family,
            strengths: each.strengths,
            limitations: null,
            barriers: each.barriers,
            today: each.today,
            dissent: each.dissent,
          }))
        : [
            {
              domain: '–',
              teamLevel: null,
              familyLevel: null,
              strengths: null,
              limitations: null,
              barriers: null,
              today: null,
              dissent: null,
            },
          ],
      assessedOn: assessment?.on ?? plan.from,
      assessedBy: assessment?.present?.length ? assessment.present : [coordinator.name],
      goals: goals
        .map((goal) => ({
          goal: `„${goal.goalWords}”` as string | null,
          domain: goal.domain,
          indicator: goal.indicator ?? '–',
          target: goal.targetWords ?? '–',
          due: goal.until ?? plan.to,
          actions: actions
            .filter((action) => action.goalStands && action.goalId === goal.goalId)
            .map((action) => onPlan(action, plan.from)),
        }))
        .concat(
          others.length
            ? {
                goal: null,
                domain: '–',
                indicator: '–',
                target: '–',
                due: plan.to,
                actions: others.map((action) => onPlan(action, plan.from)),
              }
            : [],
        ),
      commitments: [
        {
          who: onPaper('contracts:everybody'),
          what: (plan.commitments ?? onPaper('contracts:commitments')).split('\n'),
        },
      ],
      consequences: plan.consequences ?? onPaper('contracts:consequences'),
      links: [],
      monitoring: [],
      reviews: (
        await work.all(
          sql<{ due: string }>`select due from contracts.review where scope_id = ${scopeId} order by due`,
        )
      ).map(({ due }) => due),
      changes: [],
      closing: null,
      signatories: [
        ...people
          .filter(({ id, adult }) => (personId ? id === personId : adult))
          .map(({ name }) => ({ name, role: 'osoba dorosła' })),
        { name: coordinator.name, role: 'koordynacja' },
      ],
    },
  )
}

const onPlan = (action: FrozenAction, from: string) => ({
  what: serviceOnPaper(action),
  sign: action.sign,
  who: [...doersOf(action), ...(action.worker ? [action.worker] : [])],
  forWhom: action.provider ? action.forWhom : null,
  frequency: action.frequency ?? '–',
  period: { from: action.starts ?? from, to: action.ends },
  cost: costOnPaper(action),
})
