import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { changedMeanwhile, notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'
import { agreeing } from './agreeing.ts'
import type { householdsContract } from './contract.ts'
import { enterPerson, mustHaveAName, peselOf } from './enter-person.ts'
import { keptPesel, maskedPesel, readPesel } from './pesel.ts'
import { householdById, peopleOf } from './questions.ts'

type Body<Name extends keyof typeof householdsContract> = (typeof householdsContract)[Name] extends {
  body: infer B extends z.ZodType
}
  ? z.output<B>
  : never

/** A household as far as the reader may know it; PESEL is masked. */
export async function readHousehold(work: Work, id: string) {
  const household = await work.mustFind(householdById(id))
  const people = (await work.all(peopleOf(id))).map(({ peselSealed, ...person }) => ({
    ...person,
    pesel: maskedPesel(readPesel(work.surroundings.keys, peselSealed)),
  }))
  return { ...household, people }
}

/** Corrects what a household is called and where it is; its address has a deed of its own. */
export async function changeHousehold(
  work: Work,
  id: string,
  { label, commune, locality }: Body<'changeHousehold'>,
) {
  await mustBeCommune(work, commune, 'commune')
  await work.change('households.household', id, {
    label,
    commune: commune ?? null,
    locality: locality || null,
  })
  await work.record({ verb: 'household.corrected', subjectId: id, scopeId: id })
  return {}
}

/** Sets the address; the earlier one stays in the journal, readable by those who may know where the family lives. */
export async function setAddress(work: Work, id: string, address: Body<'setAddress'>) {
  await mustKeep(work, id)
  const before = await work.find(sql<{
    line: string
    howToGetThere: string | null
    protected: boolean
    version: number
  }>`
    select line, how_to_get_there as "howToGetThere", protected, version from households.address
    where household_id = ${id} for update`)
  if (before) {
    if (before.version !== work.expectedVersion) throw changedMeanwhile(before)
    await sql`
      update households.address set line = ${address.line}, how_to_get_there = ${address.howToGetThere || null},
        protected = ${address.protected}, version = version + 1
      where household_id = ${id}`.execute(work.db)
  } else {
    await work.db
      .insertInto('households.address')
      .values({
        household_id: id,
        line: address.line,
        how_to_get_there: address.howToGetThere || null,
        protected: address.protected,
      })
      .execute()
  }
  await work.record({
    verb: 'address.set',
    subjectId: id,
    scopeId: id,
    class: 'whereabouts',
    aboutId: everybody,
    values: before && { before: before.line },
  })
  return {}
}

/** Adds a person. One whose PESEL is known in the partnership is the same person, in one more household. */
export async function addPerson(work: Work, householdId: string, person: Body<'addPerson'>) {
  const { partnershipId } = await work.mustFind(sql<{ partnershipId: string }>`
    select partnership_id as "partnershipId" from households.household where id = ${householdId}`)
  const personId = await enterPerson(work, { householdId, partnershipId }, person)
  await work.record({ verb: 'person.added', subjectId: personId, scopeId: householdId, aboutId: personId })
  return { personId }
}

/** Corrects a person's facts. A changed name stays known as an earlier one, so that search still finds them. */
export async function changePerson(
  work: Work,
  householdId: string,
  id: string,
  change: Body<'changePerson'>,
) {
  mustHaveAName(change)
  const before = await personIn(work, householdId, id)
  const facts = agreeing(change, before.pesel)
  await work.change('households.person', id, {
    given_name: change.givenName ?? null,
    family_name: change.familyName ?? null,
    birth_date: facts.birthDate ?? null,
    birth_year: facts.birthYear ?? null,
    sex: facts.sex ?? null,
    expected: change.expected ?? false,
    languages: change.languages,
  })
  const name = [change.givenName, change.familyName].filter(Boolean).join(' ')
  if (name !== before.name) await work.ask(sql`households.rename(${id}, ${name})`)
  await work.record({
    verb: 'person.corrected',
    subjectId: id,
    scopeId: householdId,
    aboutId: id,
    values: {
      birthDate: before.birthDate,
      sex: before.sex,
      name: before.name,
      words: [
        [before.name, name],
        [bornIn(before), bornIn(facts)],
      ]
        .filter(([was, is]) => was !== is)
        .map(([was, is]) => `${was || '–'} → ${is || '–'}`)
        .join('; '),
    },
  })
  return {}
}

/** A birth as it is written, day first; the year where no more is known. */
const bornIn = ({ birthDate, birthYear }: { birthDate?: string | null; birthYear?: number | null }) =>
  birthDate?.split('-').reverse().join('.') ?? (birthYear ? String(birthYear) : '')

/** A person of a household as they are kept; 404 for whoever is not seen there. */
async function personIn(work: Work, householdId: string, id: string) {
  const { peselSealed, ...person } = await work.mustFind(sql<{
    name: string
    partnershipId: string
    birthDate: string | null
    birthYear: number | null
    sex: 'female' | 'male' | null
    expected: boolean
    version: number
    peselSealed: Buffer | null
  }>`
    select p.name, p.partnership_id as "partnershipId", p.birth_date as "birthDate", p.birth_year as "birthYear", p.sex, p.expected, p.version,
      p.pesel_sealed as "peselSealed"
    from households.person p where p.id = ${id}
      and exists (select from households.member m where m.person_id = p.id and m.household_id = ${householdId})`)
  return { ...person, pesel: readPesel(work.surroundings.keys, peselSealed) ?? undefined }
}

/**
 * Adds somebody's PESEL, or corrects it. It never decides alone: 400 where it tells another birth or sex than is kept, or
 * is known as somebody else's. Whom the worker does not know by it stays unknown to them.
 */
export async function keepPesel(work: Work, householdId: string, id: string, typed: string) {
  await mustKeep(work, householdId)
  const person = await personIn(work, householdId, id)
  const { digits, sealed, index } = keptPesel(work.surroundings.keys, person.partnershipId, typed)
  if (digits === person.pesel) return {}
  const { birthDate, sex } = agreeing(
    {
      // What a number told that was wrong is not held against the right one.
      birthDate: (!person.pesel && person.birthDate) || undefined,
      birthYear: (!person.pesel && person.birthYear) || undefined,
      sex: (!person.pesel && person.sex) || undefined,
      expected: person.expected,
    },
    digits,
    () => 'pesel',
  )
  if (work.expectedVersion === undefined) throw new Refusal(428, 'http:version-needed')
  if (person.version !== work.expectedVersion) throw changedMeanwhile({ version: person.version })
  const bears = await work.ask<string | null>(
    sql`households.keep_pesel(${id}, ${person.version}, ${sealed}, ${index}, ${birthDate}, ${sex})`,
  )
  if (!bears) throw notFound()
  if (bears !== id) {
    const name = await work.ask<string>(sql`households.name_told(${bears})`)
    throw peselOf(bears, name, 'pesel')
  }
  await work.record({
    verb: person.pesel ? 'person.pesel-corrected' : 'person.pesel-added',
    subjectId: id,
    scopeId: householdId,
    aboutId: id,
    values: { pesel: person.pesel, birthDate: person.birthDate, sex: person.sex },
  })
  return {}
}

/**
 * Says on which day somebody died. From then on their age stands still, consents about them end, and nobody asks them to
 * sign; without a day it was a mistake, and what ended stays ended.
 */
export async function keepDeath(work: Work, householdId: string, id: string, diedOn: string | undefined) {
  await mustKeep(work, householdId)
  const { birthDate, birthYear, expected } = await personIn(work, householdId, id)
  if (diedOn && expected) throw new Refusal(400, 'households:not-born-yet', { field: 'diedOn' })
  if (diedOn && diedOn < (birthDate ?? String(birthYear ?? '')))
    throw new Refusal(400, 'households:died-before-birth', { field: 'diedOn' })
  await work.change('households.person', id, { died_on: diedOn ?? null })
  await work.record({
    verb: diedOn ? 'person.died' : 'person.lives',
    subjectId: id,
    scopeId: householdId,
    aboutId: id,
  })
  return {}
}

/** Adds another name under which a person may be known (maiden, earlier), so that search finds them by it. A known one changes nothing. */
export async function addName(work: Work, householdId: string, id: string, { kind, name }: Body<'addName'>) {
  const known = await work.mustFind(sql<{ partnershipId: string; there: boolean }>`
    select p.partnership_id as "partnershipId", exists (select from households.name n where n.person_id = p.id and n.kind = ${kind} and n.shown = ${name}) as there
    from households.person p join households.member m on m.person_id = p.id where p.id = ${id} and m.household_id = ${householdId}`)
  if (known.there) return {}
  await work.db
    .insertInto('households.name')
    .values({ person_id: id, partnership_id: known.partnershipId, kind, shown: name })
    .execute()
  await work.record({ verb: 'name.added', subjectId: id, scopeId: householdId, aboutId: id })
  return {}
}

/** Says what part somebody has in a household, or since which day they no longer live there. */
export async function changeMember(
  work: Work,
  householdId: string,
  id: string,
  change: Body<'changeMember'>,
) {
  if (change.movedOutOn && change.movedOutOn > (await work.today()))
    throw new Refusal(400, 'households:not-moved-out-yet', { field: 'movedOutOn' })
  const member = await work.mustFind(sql<{ personId: string }>`
    select person_id as "personId" from households.member where id = ${id} and household_id = ${householdId}`)
  await work.change('households.member', id, {
    part: change.part,
    lives_here: change.livesHere && !change.movedOutOn,
    runs_household: change.runsHousehold && !change.movedOutOn,
    ...(change.movedOutOn && { period: `[,${change.movedOutOn}]` }),
  })
  await work.record({
    verb: change.movedOutOn ? 'member.moved-out' : 'member.changed',
    subjectId: id,
    scopeId: householdId,
    aboutId: member.personId,
  })
  return {}
}

/** Records a way of reaching somebody, and who must not know of it. 403 for whoever only reads the household. */
export async function addContactWay(work: Work, householdId: string, way: Body<'addContactWay'>) {
  await mustKeep(work, householdId)
  await work.db
    .insertInto('households.contact_way')
    .values({
      id: way.id,
      household_id: householdId,
      person_id: way.personId ?? null,
      kind: way.kind,
      value: way.value,
      safe: way.safe,
      hours: way.hours || null,
      who_must_not_know: way.whoMustNotKnow || null,
    })
    .execute()
  await work.record({
    verb: 'contact-way.added',
    subjectId: way.id,
    scopeId: householdId,
    class: 'whereabouts',
    aboutId: everybody,
    values: { kind: way.kind },
  })
  return { id: way.id }
}

/** Removes a way of contact; it stays in the journal, for those who may know where the family is. */
export async function removeContactWay(work: Work, householdId: string, id: string) {
  const way = await work.mustFind(sql<{ value: string; kind: string }>`
    select value, kind from households.contact_way where id = ${id} and household_id = ${householdId}`)
  await work.record({
    verb: 'contact-way.removed',
    subjectId: id,
    scopeId: householdId,
    class: 'whereabouts',
    aboutId: everybody,
    values: way,
  })
  const { numAffectedRows } = await sql`delete from households.contact_way where id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  return {}
}

/** 403 for whoever only reads the household. */
export async function mustKeep(work: Work, householdId: string): Promise<void> {
  const found = await work.mustFind(sql<{ mayKeep: boolean }>`
    select id = any ((select access.my_scopes('keep'))::uuid[]) as "mayKeep" from households.household where id = ${householdId}`)
  if (!found.mayKeep) throw new Refusal(403, 'http:not-allowed')
}
