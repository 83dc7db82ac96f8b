import { sql } from 'kysely'
import { onPaper, print } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { money } from '../platform/texts/numbers.ts'
import { mustHoldSomething, planForReaders, wholeHouseholdOf } from './for-readers.ts'
import { frameOf } from './paper-contract.ts'
import { dotted, planById } from './paper-questions.ts'
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
  const goals = [...new Map(actions.map((action) => [action.goalId, action])).values()]
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
      mainGoal: goals.map((each) => `„${each.goalWords}”`).join(' ') || '–',
      goals: goals.map((goal) => ({
        goal: `„${goal.goalWords}”`,
        domain: goal.domain,
        familyWords: goal.goalWords,
        indicator: goal.indicator ?? '–',
        target: goal.target ? `poziom ${goal.target}` : '–',
        due: goal.until ?? plan.to,
        actions: actions
          .filter((action) => action.goalId === goal.goalId)
          .map((action) => ({
            service: action.what,
            provider: action.provider,
            responsible: action.worker ?? action.provider,
            forWhom: action.forWhom,
            frequency: action.frequency ?? '–',
            period: { from: action.starts ?? plan.from, to: action.ends },
            cost: action.costGrosz ? money(action.costGrosz / 100) : null,
            funding: action.funding,
          })),
      })),
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

/**
 * One page for the family, or for one person of it, in plain words: our goals, who does what and when, who sees our
 * data, how to stop.
 */
export async function familySheet(work: Work, scopeId: string, personId?: string) {
  const frame = await work.mustFind(frameOf(scopeId))
  const household = await wholeHouseholdOf(work, scopeId)
  const plan = await work.find(planById(scopeId, null))
  if (!plan) throw new Refusal(409, 'contracts:no-plan-yet')
  const { actions, people, disclosures } = await planForReaders(
    work,
    scopeId,
    household,
    plan.versionId,
    personId,
  )
  mustHoldSomething(actions)
  const { label } = await work.mustFind(sql<{ label: string }>`
    select h.label from cases."case" c join households.household h on h.id = c.household_id where c.id = ${scopeId}`)
  const today = await work.today()
  const sees = disclosures.filter((each) => !each.withdrawnOn && (each.until ?? '9') >= today)
  const goals = [...new Map(actions.map((action) => [action.goalId, action])).values()]
  await work.record({ verb: 'sheet.printed', subjectId: scopeId, scopeId, class: 'file' })
  return print(
    work,
    papers['family-sheet'],
    { id: frame.code, version: plan.no, name: `dla-rodziny-${frame.code}` },
    {
      issuer: frame.issuer,
      place: frame.place,
      reference: frame.code,
      planDocument: frame.planWord,
      forWhom: people.find(({ id }) => id === personId)?.name ?? label,
      goals: goals.map((goal) => ({
        words: goal.goalWords,
        when: goal.until ? `do ${dotted(goal.until)}` : `do ${dotted(plan.to)}`,
      })),
      who: actions.map((action) => ({
        person: action.worker ?? action.provider,
        institution: action.provider,
        does: action.what,
        when:
          [action.frequency, action.starts && `od ${dotted(action.starts)}`].filter(Boolean).join(', ') ||
          'jak się umówimy',
        phone: action.workerPhone,
      })),
      weDo: (plan.commitments ?? '').split('\n').filter(Boolean),
      nextMeeting: null,
      sees: [
        { institution: frame.issuer.name, what: onPaper('contracts:seesByLaw'), until: null },
        ...sees.map((each) => ({
          institution: each.to,
          what: `${each.personName}: ${each.classes.map((name) => onPaper(`consents:classes.${name}.name`)).join(', ')}`,
          until: each.until,
        })),
      ],
      coordinator: frame.coordinator ?? {
        name: frame.issuer.name,
        position: '–',
        phone: frame.issuer.phone,
        email: frame.issuer.email,
      },
    },
  )
}
