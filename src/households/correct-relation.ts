import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { householdsContract } from './contract.ts'

/** Says anew what authority goes with a relation; what was said before stays in the journal. */
export async function changeRelation(
  work: Work,
  householdId: string,
  id: string,
  { authority, contactForbidden }: z.output<typeof householdsContract.changeRelation.body>,
) {
  const before = await work.mustFind(sql<{
    kind: string
    authority: string | null
    contactForbidden: boolean
  }>`
    select kind, authority, contact_forbidden as "contactForbidden"
    from households.relation where id = ${id} and household_id = ${householdId}`)
  await work.change('households.relation', id, {
    authority: authority ?? null,
    contact_forbidden: contactForbidden,
  })
  await work.record({
    verb: 'relation.corrected',
    subjectId: id,
    scopeId: householdId,
    aboutId: everybody,
    values: before,
  })
  return {}
}

/** Removes a relation that was recorded by mistake; all that it said stays in the journal. */
export async function removeRelation(work: Work, householdId: string, id: string) {
  const said = await work.mustFind(sql<{
    personId: string
    kind: string
    toPersonId: string
    authority: string | null
    contactForbidden: boolean
  }>`
    select kind, person_id as "personId", to_person_id as "toPersonId", authority, contact_forbidden as "contactForbidden"
    from households.relation where id = ${id} and household_id = ${householdId}`)
  await work.record({
    verb: 'relation.removed',
    subjectId: id,
    scopeId: householdId,
    aboutId: everybody,
    values: said,
  })
  const { numAffectedRows } = await sql`delete from households.relation where id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  return {}
}
