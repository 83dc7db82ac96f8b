import { sql } from 'kysely'
import { print } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { weekday } from '../platform/texts/dates.ts'
import { mustHoldSomething, planForReaders, wholeHouseholdOf } from './for-readers.ts'
import { frameOf } from './paper-contract.ts'
import { goalsOnPaper, planById, serviceOnPaper } from './paper-questions.ts'
import { papers } from './papers.ts'

/**
 * One page for the family, or for one person of it, in plain words and its language: our goals, what we do, what others
 * do and at which number, when we talk next, who sees our data, how to stop.
 */
export async function familySheet(
  work: Work,
  scopeId: string,
  { person, language }: { person?: string | undefined; language: 'pl' | 'uk' },
) {
  const frame = await work.mustFind(frameOf(scopeId))
  const household = await wholeHouseholdOf(work, scopeId)
  const plan = await work.find(planById(scopeId, null))
  if (!plan) throw new Refusal(409, 'contracts:no-plan-yet')
  const { actions, people, disclosures, team } = await planForReaders(
    work,
    scopeId,
    household,
    plan.versionId,
    person,
  )
  mustHoldSomething(actions)
  const today = await work.today()
  const invited = await work.all(invitedTo(scopeId))
  // Whom they agreed to and who has not answered yet reads nothing.
  const readsNothing = (to: string) =>
    invited.some(({ institution }) => institution === to) &&
    !team.some(({ institution }) => institution === to)
  const sees = disclosures.filter(
    ({ to, withdrawnOn, until }) => !withdrawnOn && (until ?? '9') >= today && !readsNothing(to),
  )
  const givenOf = (id: string | null) => people.find((each) => each.id === id)?.given
  const everybody = people.map(({ given }) => given).join(', ')
  const whoSees = grouped(
    grouped(sees, ({ to }) => to).filter(([institution]) => institution !== frame.issuer.name),
    ([, each]) =>
      people
        .filter(({ id }) => each.some(({ personId }) => personId === id))
        .map(({ given }) => given)
        .join(', '),
  )
  const goals = goalsOnPaper(actions)
  const review = await work.find(nextReview(scopeId))
  await work.record({ verb: 'sheet.printed', subjectId: scopeId, scopeId, class: 'file' })
  return print(
    work,
    papers['family-sheet'],
    { id: frame.code, version: plan.no, name: `dla-rodziny-${frame.code}` },
    {
      issuer: frame.issuer,
      place: frame.place,
      reference: frame.code,
      language,
      forWhom: people
        .filter(({ id }) => !person || id === person)
        .map(({ given }) => given)
        .join(', '),
      goals: goals.map((goal) => ({ words: goal.goalWords, until: goal.until ?? plan.to })),
      weDo: actions
        .filter(({ performers }) => performers.length)
        .map((action) => ({
          who: action.performers.map(({ given }) => given).join(', '),
          does: action.what,
          with: action.provider && (action.worker ?? action.provider),
          often: action.frequency,
          from: action.starts && action.starts > today ? action.starts : null,
          until: action.ends && action.ends < plan.to ? action.ends : null,
          sign: action.sign,
        })),
      othersDo: grouped(actions, ({ provider }) => provider).map(([institution, theirs]) => ({
        institution,
        contacts: grouped(theirs, ({ workerPhone, worker }) => `${worker} ${workerPhone}`).map(
          ([, [first]]) => ({
            person: first!.worker,
            phone: first!.workerPhone,
          }),
        ),
        does: theirs.map((action) => ({
          what: serviceOnPaper(action),
          forWhom: action.personIds.map(givenOf).filter(Boolean).join(', ') || null,
          often: action.frequency,
          from: action.starts && action.starts > today ? action.starts : null,
          until: action.ends && action.ends < plan.to ? action.ends : null,
        })),
      })),
      review: review ? { on: review.on, weekday: weekday(review.on, language) } : null,
      leads: frame.issuer.name,
      sees: whoSees.map(([about, institutions]) => ({
        institutions: institutions.map(([name]) => name),
        about: about === everybody ? [] : about.split(', '),
      })),
      coordinator: frame.coordinator ?? {
        name: frame.issuer.name,
        position: '–',
        phone: frame.issuer.phone,
        email: frame.issuer.email,
      },
    },
    language,
  )
}

/** Things by a name, in the order of the first of each; without those that have none. */
function grouped<Thing>(things: Thing[], nameOf: (thing: Thing) => string | null): [string, Thing[]][] {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const name = nameOf(thing)
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), thing])
  }
  return [...groups]
}

/** When the plan is looked at together next: as planned, or as the contract that is not in force yet says. */
const invitedTo = (scopeId: string) => sql<{ institution: string }>`
  select distinct i.name as institution from cases.team_member t join institutions.institution i on i.id = t.institution_id
  where t.case_id = ${scopeId} and t.answer is null and t.left_at is null`

const nextReview = (scopeId: string) => sql<{ on: string }>`
  select "on" from (
    select r.due as "on" from contracts.review r where r.scope_id = ${scopeId} and r.held_on is null
    union all
    select c.review_on from contracts.social_contract c where c.scope_id = ${scopeId} and c.state in ('draft', 'printed', 'signed')) next
  where "on" >= splot.today_pl() order by 1 limit 1`
