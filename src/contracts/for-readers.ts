import { sql } from 'kysely'
import { disclosuresIn } from '../consents/questions.ts'
import { factOf } from '../consents/register.ts'
import {
  type Fact,
  keptApartFrom,
  keptOff,
  type LeftOut,
  ofArea,
  type Readers,
  sieveFor,
} from '../households/on-paper.ts'
import { householdOnPaper, type People, readersIn } from '../households/paper-readers.ts'
import { onPaper } from '../platform/documents/paper.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import {
  actionsOf,
  type Consented,
  consentedIn,
  type FrozenAction,
  lastAssessment,
  peopleInWords,
  teamInWords,
} from './paper-questions.ts'

// What of a plan or a contract stands on its paper, by whom the paper is for: see docs/decisions/007.

export const householdOf = (work: Work, scopeId: string) =>
  householdOnPaper(work, sql`(select household_id from cases."case" where id = ${scopeId})`)

/**
 * An action is about whom it is for and who of them does it; without names, about the household together. What an institution
 * does for everybody who lives there is of its own class; for some of them, also of its goal's.
 */
const ofAction = (
  { personIds, performerIds, provider, class: own, goalClass, providerTells }: FrozenAction,
  { living }: Pick<People, 'living'>,
): Fact => {
  const forAll = provider !== null && living.every((id) => personIds.includes(id))
  return {
    about: personIds.length || provider === null ? [...personIds, ...performerIds] : 'household',
    classes: [own, ...(forAll ? [] : [goalClass]), ...(providerTells ? [providerTells] : [])],
  }
}

/** A goal is about whom it names, apart from what is done for it. */
const ofGoal = ({ goalAbout, goalClass }: FrozenAction, { present }: Pick<People, 'present'>): Fact => ({
  ...ofDomain(goalAbout, present),
  classes: [goalClass],
})

/** The actions that stand on a paper, each without its goal where the goal does not. */
function keepActions(
  work: Work,
  { keep }: Pick<ReturnType<typeof sieveFor>, 'keep'>,
  readers: Readers,
  actions: FrozenAction[],
  household: Pick<People, 'living' | 'present'>,
) {
  const kept = keep(
    actions,
    (action) => ofAction(action, household),
    ({ what }) => what,
    ({ domain, ...action }, because) =>
      keptOff(ofAction({ ...action, domain, goalClass: action.class }, household), readers)
        ? { because }
        : { because: 'goals-area', area: domain },
  )
  const withGoal = keep(
    kept,
    (action) => ofGoal(action, household),
    ({ goalWords }) => work.text('contracts:leftOut.goal', { words: goalWords }),
  )
  return kept.map((action) => ({ ...action, goalStands: withGoal.includes(action) }))
}

/**
 * What a domain says is about whom it names, and where it names all who live there, about the household together. Names come
 * from the domain where nobody chose any, so they open nothing that its class keeps off a paper.
 */
const ofDomain = (about: string[], present: string[]): Fact => ({
  about: !about.length || present.every((id) => about.includes(id)) ? 'household' : about,
})

/** What plans of a case are filled from, beside their actions. */
async function partsOfPlans(work: Work, scopeId: string, household: People, without: string[] = []) {
  return {
    household,
    assessment: await work.find(lastAssessment(scopeId)),
    people: await work.all(peopleInWords(scopeId, without)),
    team: await work.all(teamInWords(scopeId)),
    // What goes on; what was told once stands in the register alone.
    disclosures: (await work.all(disclosuresIn(scopeId))).filter(({ standing }) => standing),
  }
}

/** A plan as these readers may have it. */
function planFor(
  work: Work,
  readers: Readers,
  all: Awaited<ReturnType<typeof partsOfPlans>> & { actions: FrozenAction[]; consented: Consented[] },
) {
  const { keep, leftOut } = sieveFor(readers)
  const { present, adults } = all.household
  const actions = keepActions(work, { keep }, readers, all.actions, all.household)
  const grown = adults.filter((id) => present.includes(id))
  // That somebody reads about an adult stays, also where of which illness they read does not.
  const told = keep(
    all.disclosures.flatMap((each) => each.classes.map((name) => ({ ...each, classes: [name] }))),
    factOf,
    (each) => work.text('contracts:leftOut.disclosure', { name: each.personName, to: each.to }),
  )
  const disclosures = all.disclosures
    .map((each) => ({
      ...each,
      classes: told.filter(({ id }) => id === each.id).flatMap(({ classes }) => classes),
      by: all.consented
        .filter(({ about, to }) => about === each.personId && to === each.to)
        .filter(({ signer }) => !signer || !keptOff({ about: [signer] }, { ...readers, only: null }))
        .map(({ name, form }) =>
          [name, form && onPaper(`contracts:agreed.${form}`)].filter(Boolean).join(', '),
        )
        .join('\n'),
    }))
    .filter(({ classes }) => classes.length)
  // Where their paper says already that this institution helps, it may say who there is on the team.
  const known = new Set([
    ...actions.flatMap(({ provider }) => provider ?? []),
    ...disclosures.map(({ to }) => to),
  ])
  return {
    assessment: all.assessment,
    actions,
    disclosures,
    team: keep(
      all.team,
      ({ institution, tells }) => ({
        about: 'somebody',
        classes: tells && !known.has(institution) ? [tells] : [],
      }),
      ({ name, institution }) => work.text('contracts:leftOut.team', { name, institution }),
    ).map(({ tells: _, ...member }) => member),
    domains: keep(
      keep(
        all.assessment?.domains ?? [],
        (each) => ofArea(each.class, each.about, grown),
        (each) => each.domain,
      ),
      (each) => ofDomain(each.about, present),
      (each) => each.domain,
    ).map(({ views, ...domain }) => {
      const told = keep(
        keep(
          views,
          (view) => ofArea(domain.class, view.about, grown),
          () => domain.domain,
        ),
        (view) => ofDomain(view.about, present),
        () => domain.domain,
      )
      const words = (of: 'strengths' | 'barriers') => told.flatMap((view) => view[of] ?? []).join(' ') || null
      return {
        ...domain,
        family: told.find(({ family }) => family !== null)?.family ?? null,
        strengths: words('strengths'),
        barriers: words('barriers'),
      }
    }),
    people: all.people.map(({ ways, ...person }) => ({
      ...person,
      // Hours are for whoever calls: they may say when somebody is out. The person alone reads their own.
      ways: keep(
        ways,
        ({ secret }) => ({ about: [person.id], secret }),
        () => work.text('contracts:leftOut.contact', { name: person.given }),
      ).map(({ value, hours }) =>
        keptOff({ about: [person.id], secret: true }, readers)
          ? value
          : [value, hours].filter(Boolean).join(' '),
      ),
    })),
    leftOut,
  }
}

/**
 * The household of a case, for a paper that tells of all of it. 409 where the writer does not read the whole file, for
 * what they do not see would be told as if it were not.
 */
export async function wholeHouseholdOf(work: Work, scopeId: string): Promise<People> {
  const household = await householdOf(work, scopeId)
  if (!household.whole) throw new Refusal(409, 'contracts:whole-file-needed')
  return household
}

/** A plan as the household may have it on paper, or one person of it. 404 for somebody who does not live there. */
export async function planForReaders(
  work: Work,
  scopeId: string,
  household: People,
  versionId: string,
  personId?: string,
) {
  if (personId && !household.present.includes(personId)) throw notFound()
  const readers = readersIn(household, personId)
  return planFor(work, readers, {
    // The household's plan is signed by all of it, so it names them all.
    ...(await partsOfPlans(work, scopeId, household, personId ? keptApartFrom(readers) : [])),
    actions: await work.all(actionsOf(scopeId, versionId)),
    consented: await work.all(consentedIn(scopeId)),
  })
}

type Contract = {
  id: string
  type: 'A' | 'B'
  versionId: string
  /** Printed whole, before papers were filled by their readers. */
  printedAll: boolean
  signs: { person: string; speaksFor: string | null }[]
  draft: boolean
}
const contractsForReaders = (scopeId: string, only: string | null = null) => sql<Contract>`
  select c.id, c.plan_id as "planId", c.type, c.state = 'draft' as draft, p.version_id as "versionId", c.printed_hash is not null and c.printed_items is null as "printedAll",
    coalesce((select jsonb_agg(jsonb_build_object('person', s.person_id, 'speaksFor', s.for_person_id))
      from contracts.signature s where s.contract_id = c.id and s.person_id is not null), '[]') as signs
  from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
  where c.scope_id = ${scopeId} and (${only}::uuid is null or c.id = ${only})`

/** Whom a contract is for: its signatories, and for whom a guardian signs. With one person it is about that one alone. */
function readersOf({ type, signs }: Contract, { children, adults, apart, gone }: People): Readers {
  const parties = [...new Set(signs.map(({ person, speaksFor }) => speaksFor ?? person))]
  return {
    who: [
      ...signs.map(({ person, speaksFor }) => ({ person, speaksFor: speaksFor ? [speaksFor] : [] })),
      ...parties.map((person) => ({ person, speaksFor: [] })),
    ],
    // A parent who signs alone does so for the children too; a contract of type B is one person's.
    only: parties.length > 1 ? null : type === 'A' ? [...parties, ...children] : parties,
    adults,
    apart,
    gone,
  }
}

/** The actions that stand on the paper of a contract. 409 where somebody who is to sign lives in the household no more. */
export async function actionsForSignatories(work: Work, scopeId: string, contractId: string) {
  const contract = await work.mustFind(contractsForReaders(scopeId, contractId))
  const household = await householdOf(work, scopeId)
  const readers = readersOf(contract, household)
  if (
    contract.signs.some(({ person, speaksFor }) =>
      household.gone.some((id) => id === person || id === speaksFor),
    )
  )
    throw new Refusal(409, 'contracts:signatory-moved-out', { field: 'signatories' })
  const actions = keepActions(
    work,
    sieveFor(readers),
    readers,
    await work.all(actionsOf(scopeId, contract.versionId)),
    household,
  )
  return {
    readers,
    itemIds: actions.map(({ itemId }) => itemId),
    withGoal: actions.filter(({ goalStands }) => goalStands).map(({ itemId }) => itemId),
  }
}

/** What the papers of a case leave out because of whom they are for, and why; which contracts are drafts; and who may have a paper of their own. */
export async function leftOutOfPapers(work: Work, scopeId: string) {
  const household = await householdOf(work, scopeId)
  const parts = await partsOfPlans(work, scopeId, household)
  const actions = await work.all(actionsOf(scopeId, null))
  const plans = await work.all(sql<{ id: string; versionId: string; contracts: Contract[] }>`
    select p.id, p.version_id as "versionId", coalesce((
        select jsonb_agg(to_jsonb(c)) from (${contractsForReaders(scopeId)}) c where c."planId" = p.id), '[]') as contracts
    from contracts.cooperation_plan p where p.scope_id = ${scopeId}`)
  const of = (version: string) => actions.filter(({ versionId }) => versionId === version)
  const leftOut: Record<string, LeftOut[]> = {}
  for (const { id, versionId } of plans)
    leftOut[id] = planFor(work, readersIn(household), {
      ...parts,
      actions: of(versionId),
      consented: [],
    }).leftOut
  const contracts = plans.flatMap((plan) => plan.contracts)
  for (const contract of contracts) {
    const readers = readersOf(contract, household)
    const sieve = sieveFor(readers)
    if (!contract.printedAll) keepActions(work, sieve, readers, of(contract.versionId), household)
    leftOut[contract.id] = sieve.leftOut
  }
  return {
    leftOut,
    drafts: contracts.filter(({ draft }) => draft).map(({ id }) => id),
    adults: household.people
      .filter(({ child, present }) => present && !child)
      .map(({ id, name }) => ({ personId: id, name })),
  }
}

/** 409 when nothing is left to stand on a paper. */
export function mustHoldSomething(things: unknown[], field?: string): void {
  if (!things.length) throw new Refusal(409, 'contracts:nothing-for-them', field ? { field } : {})
}

/** Whether words of a class, about nobody by name, may be put into a contract that all adults of a household may sign. */
export async function mayBeSuggested(work: Work, scopeId: string) {
  const readers = readersIn(await householdOf(work, scopeId))
  return (dataClass: string) => !keptOff({ about: 'somebody', classes: [dataClass] }, readers)
}
