import { sql } from 'kysely'
import { disclosuresIn } from '../consents/questions.ts'
import { type Fact, keptOff, type Readers, sieveFor } from '../households/on-paper.ts'
import { householdOnPaper, readersIn } from '../households/paper-readers.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { actionsOf, type FrozenAction, lastAssessment, peopleInWords } from './paper-questions.ts'

// What of a plan or a contract stands on its paper, by whom the paper is for: see docs/decisions/007.

const householdOf = async (work: Work, scopeId: string) => {
  const { id } = await work.mustFind(sql<{ id: string }>`
    select household_id as id from cases."case" where id = ${scopeId}`)
  return householdOnPaper(work, id)
}

/** An action is about whom it is for; without names, about the household together. */
const ofAction = ({ personIds, class: own, goalClass }: FrozenAction): Fact => ({
  about: personIds.length ? personIds : 'household',
  classes: [own, goalClass],
})

/** A plan as the household may have it on paper, or one person of it. 404 for somebody who does not live there. */
export async function planForReaders(
  work: Work,
  scopeId: string,
  plan: { versionId: string },
  personId?: string,
) {
  const household = await householdOf(work, scopeId)
  if (personId && !household.present.includes(personId)) throw notFound()
  const readers = readersIn(household, personId)
  const { keep, leftOut } = sieveFor(readers)
  const actions = keep(await work.all(actionsOf(plan.versionId)), ofAction, ({ what }) => what)
  const assessment = await work.find(lastAssessment(scopeId))
  const domains = keep(
    assessment?.domains ?? [],
    (each) => ({ about: 'somebody', classes: [each.class] }),
    (each) => each.domain,
  )
  const people = (await work.all(peopleInWords(scopeId))).map(({ ways, ...person }) => ({
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
  }))
  const disclosures = keep(
    await work.all(disclosuresIn(scopeId)),
    (each) => ({ about: each.personId ? [each.personId] : 'somebody', classes: each.classes }),
    (each) => work.text('contracts:leftOut.disclosure', { name: each.personName, to: each.to }),
  )
  return { actions, assessment, domains, people, disclosures, leftOut }
}

/** Whom a contract is for: its signatories, and for whom a guardian signs. With one person it is about that one alone. */
async function readersOfContract(
  work: Work,
  scopeId: string,
  contractId: string,
): Promise<{ readers: Readers; versionId: string }> {
  const household = await householdOf(work, scopeId)
  const { type, versionId, signs } = await work.mustFind(sql<{
    type: 'A' | 'B'
    versionId: string
    signs: { person: string; speaksFor: string | null }[]
  }>`
    select c.type, p.version_id as "versionId", coalesce((select jsonb_agg(jsonb_build_object('person', s.person_id, 'speaksFor', s.for_person_id))
      from contracts.signature s where s.contract_id = c.id and s.person_id is not null), '[]') as signs
    from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
    where c.id = ${contractId} and c.scope_id = ${scopeId}`)
  const parties = [...new Set(signs.map(({ person, speaksFor }) => speaksFor ?? person))]
  const readers = {
    who: [
      ...signs.map(({ person, speaksFor }) => ({ person, speaksFor: speaksFor ? [speaksFor] : [] })),
      ...parties.map((person) => ({ person, speaksFor: [] })),
    ],
    // A parent who signs alone does so for the children too; a contract of type B is one person's.
    only: parties.length > 1 ? null : type === 'A' ? [...parties, ...household.children] : parties,
    adults: household.adults,
    apart: household.apart,
  }
  return { readers, versionId }
}

/** The actions that stand on the paper of a contract, and what does not. */
export async function actionsForSignatories(work: Work, scopeId: string, contractId: string) {
  const { readers, versionId } = await readersOfContract(work, scopeId, contractId)
  const { keep, leftOut } = sieveFor(readers)
  const actions = keep(await work.all(actionsOf(versionId)), ofAction, ({ what }) => what)
  return { readers, itemIds: actions.map(({ itemId }) => itemId), leftOut }
}

/** 409 when nothing is left to stand on a paper. */
export function mustHoldSomething(things: unknown[], field?: string): void {
  if (!things.length) throw new Refusal(409, 'contracts:nothing-for-them', field ? { field } : {})
}

/** The words that a contract for all adults of a household may be filled with. */
export async function mayBeSuggested(work: Work, scopeId: string) {
  const readers = readersIn(await householdOf(work, scopeId))
  return (dataClass: string) => !keptOff({ about: 'somebody', classes: [dataClass] }, readers)
}
