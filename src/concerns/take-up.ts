import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { addRelation } from '../households/add-relation.ts'
import { digitsOf } from '../households/digits.ts'
import { enterPerson, mustDiffer } from '../households/enter-person.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'
import type { concernsContract } from './contract.ts'

type Given = z.output<typeof concernsContract.takeUp.body>

/**
 * Takes up a concern: opens a case about a household, new or known, with its people. The case is led by the
 * institution that was asked, and whoever takes it up is on its team; the head appoints the coordinator. The leading team
 * reads `about` and `problems`; of an ordinary concern, what it said where these are not given.
 */
export async function takeUp(
  work: Work,
  concernId: string,
  { caseId, household, people, relations = [], about, problems, coordinate }: Given,
) {
  const concern = await work.mustFind(sql<{ partnershipId: string }>`
    select partnership_id as "partnershipId" from concerns.concern where id = ${concernId}`)
  const code = newCode()
  const { id, label, commune, locality } = household
  mustDiffer(people, ({ pesel }) => pesel && digitsOf(pesel), 'households:pesel-twice', 'pesel')
  mustDiffer(people, ({ personId }) => personId, 'households:person-twice', 'personId')
  await mustBeCommune(work, commune, 'household.commune')
  orRefuse(
    'concerns',
    await work.ask(
      sql`concerns.take_up(${concernId}, ${caseId}, ${code}, ${id}, ${label}, ${commune ?? null}, ${locality || null},
        ${about || null}, ${problems ?? null})`,
    ),
    'about',
  )
  await work.record({ verb: 'case.opened', subjectId: caseId, scopeId: caseId, class: 'pointer' })
  if (coordinate) {
    orRefuse('cases', await work.ask(sql`cases.propose_myself(${caseId})`), 'coordinate')
    await work.record({
      verb: 'coordinator.proposed',
      subjectId: caseId,
      scopeId: caseId,
      class: 'pointer',
      values: { name: work.account.name },
    })
  }
  // One whose PESEL is known is somebody already.
  const entered = new Map<string, string>()
  for (const [i, person] of people.entries())
    entered.set(
      person.personId,
      await enterPerson(
        work,
        { householdId: id, partnershipId: concern.partnershipId },
        person,
        (field) => `people.${i}.${field}`,
      ),
    )
  for (const { personId, toPersonId, ...relation } of relations)
    await addRelation(work, id, {
      ...relation,
      personId: entered.get(personId) ?? personId,
      toPersonId: entered.get(toPersonId) ?? toPersonId,
      contactForbidden: false,
    })
  return { id: caseId }
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A short name of a case that can be said on the phone and says nothing: no year, no order, no O, 0, I or 1. */
function newCode(): string {
  const pick = () => letters[randomInt(letters.length)]
  return `${pick()}${pick()}${pick()}-${pick()}${pick()}${pick()}`
}
