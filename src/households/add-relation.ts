import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { householdsContract } from './contract.ts'
import { removeRelation } from './correct-relation.ts'
import { mustKeep } from './keep-household.ts'

/** By birth or marriage: who is one of these to somebody is none of the others to them. */
const either = [
  'parent',
  'child',
  'step_parent',
  'stepchild',
  'grandparent',
  'grandchild',
  'great_grandparent',
  'great_grandchild',
  'sibling',
  'half_sibling',
  'step_sibling',
  'aunt_or_uncle',
  'nephew_niece',
  'spouse',
]
/** Not one to the other and the other to the one. */
const oneWay = ['adoptive_parent', 'foster_parent', 'legal_guardian']
/** Born before whose they are. */
const elders = ['parent', 'grandparent', 'great_grandparent']

type Kind = { code: string; inverse: string; sex: string | null; neutral: string | null }
type Person = { id: string; sex: string | null; bornFrom: string | null; bornUntil: string | null }
type Kept = {
  id: string
  personId: string
  toPersonId: string
  kind: string
  authority: string | null
  contactForbidden: boolean
}

/**
 * Records who somebody is to somebody else in the household, with what a court said about it. 409 for what is kept
 * already, also the other way round, and for what contradicts it; where it says more than what was kept the other way
 * round, it takes that one's place.
 */
export async function addRelation(
  work: Work,
  householdId: string,
  relation: z.output<typeof householdsContract.addRelation.body>,
) {
  await mustKeep(work, householdId)
  if (relation.personId === relation.toPersonId)
    throw new Refusal(400, 'households:same-person', { field: 'toPersonId' })
  // One after the other, so that two at once do not contradict each other.
  await work.find(sql`select id from households.household where id = ${householdId} for no key update`)
  const kinds = await work.all(sql<Kind>`select code, inverse, sex, neutral from households.relation_kind`)
  const kept = await work.all(sql<Kept>`
    select id, person_id as "personId", to_person_id as "toPersonId", kind, authority, contact_forbidden as "contactForbidden"
    from households.relation where household_id = ${householdId}`)
  const people = await work.all(sql<Person>`
    select p.id, p.sex, coalesce(p.birth_date, make_date(p.birth_year, 1, 1))::text as "bornFrom",
      coalesce(p.birth_date, make_date(p.birth_year, 12, 31), case when p.expected then splot.today_pl() end)::text as "bornUntil"
    from households.person p where p.id in (${relation.personId}, ${relation.toPersonId})`)
  if (contradicts(relation, kept, people, kinds))
    throw new Refusal(409, 'households:relation-contradicts', { field: 'kind' })
  const same = kept.find((each) => saysTheSame(each, relation, kinds))
  const more =
    same?.personId === relation.toPersonId &&
    !same.authority &&
    (relation.authority || (relation.contactForbidden && !same.contactForbidden))
  if (same && !more) throw new Refusal(409, 'households:relation-known', { field: 'kind' })
  if (same) await removeRelation(work, householdId, same.id)
  await work.db
    .insertInto('households.relation')
    .values({
      id: relation.id,
      household_id: householdId,
      person_id: relation.personId,
      to_person_id: relation.toPersonId,
      kind: relation.kind,
      authority: relation.authority ?? null,
      contact_forbidden: relation.contactForbidden || (same?.contactForbidden ?? false),
    })
    .execute()
  await work.record({
    verb: 'relation.added',
    subjectId: relation.id,
    scopeId: householdId,
    aboutId: everybody,
    values: { kind: relation.kind },
  })
  return { id: relation.id }
}

type Said = Pick<Kept, 'personId' | 'toPersonId' | 'kind'>
const kindOf = (code: string, kinds: Kind[]) => kinds.find((kind) => kind.code === code)
/** Mother and father are parents. */
const plainly = (code: string, kinds: Kind[]) => kindOf(code, kinds)?.neutral ?? code

/** What a relation says of who somebody is to another: parent of, for mother of and for their daughter. */
function fromOneSide(said: Said, personId: string, kinds: Kind[]): string | undefined {
  return said.personId === personId ? plainly(said.kind, kinds) : kindOf(said.kind, kinds)?.inverse
}

const betweenThem = (one: Said, other: Said) =>
  [one.personId, one.toPersonId].every((id) => [other.personId, other.toPersonId].includes(id))

const saysTheSame = (kept: Said, said: Said, kinds: Kind[]) =>
  betweenThem(kept, said) &&
  fromOneSide(kept, said.personId, kinds) === plainly(said.kind, kinds) &&
  (kept.personId !== said.personId ||
    kept.kind === said.kind ||
    [kept.kind, said.kind].includes(plainly(said.kind, kinds)))

/** Whether a relation cannot be true beside what is known: of who they are to each other, of their sex and birth. */
function contradicts(said: Said, kept: Kept[], people: Person[], kinds: Kind[]): boolean {
  const kind = kindOf(said.kind, kinds)
  const [one, other] = [said.personId, said.toPersonId].map((id) => people.find((person) => person.id === id))
  if (kind?.sex && one?.sex && kind.sex !== one.sex) return true
  const is = plainly(said.kind, kinds)
  const [elder, younger] = elders.includes(is)
    ? [one, other]
    : elders.includes(kind?.inverse ?? '')
      ? [other, one]
      : []
  if (elder?.bornFrom && younger?.bornUntil && elder.bornFrom >= younger.bornUntil) return true
  if (elder && younger && isElder(younger.id, elder.id, kept, kinds)) return true
  return kept.some((each) => {
    if (!betweenThem(each, said)) return false
    const was = fromOneSide(each, said.personId, kinds)!
    if (oneWay.includes(is) || oneWay.includes(kind?.inverse ?? '')) return was === kind?.inverse
    // The same of the other sex: mother, and then father.
    if (was === is) return each.personId === said.personId && !saysTheSame(each, said, kinds)
    return either.includes(is) && either.includes(was)
  })
}

/** Whether somebody is a parent, a grandparent or further up of another. */
function isElder(
  elderId: string,
  youngerId: string,
  kept: Kept[],
  kinds: Kind[],
  seen: string[] = [],
): boolean {
  return kept
    .filter(({ personId, toPersonId }) => [personId, toPersonId].includes(elderId))
    .filter((each) => elders.includes(fromOneSide(each, elderId, kinds) ?? ''))
    .map(({ personId, toPersonId }) => (personId === elderId ? toPersonId : personId))
    .filter((id) => !seen.includes(id))
    .some((id) => id === youngerId || isElder(id, youngerId, kept, kinds, [...seen, elderId]))
}
