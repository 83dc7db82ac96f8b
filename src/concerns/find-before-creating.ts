import { sql } from 'kysely'
import type { z } from 'zod'
import { keptPesel } from '../households/pesel.ts'
import type { Work } from '../platform/http/work.ts'
import type { concernsContract } from './contract.ts'

type Asked = z.output<typeof concernsContract.findBeforeCreating.body>
type Candidate = z.output<typeof concernsContract.findBeforeCreating.answer>[number]

/**
 * People who may be the ones of a concern that waits for my answer, likeliest first; empty for all but the intake of the
 * leading institution.
 * That somebody searched is written down, for which concern and who was shown; the words are not.
 */
export async function findBeforeCreating(work: Work, concernId: string, { name, birthDate, pesel }: Asked) {
  const concern = await work.mustFind(sql<{ partnershipId: string }>`
    select partnership_id as "partnershipId" from concerns.concern where id = ${concernId} and id in (select concerns.i_answer())`)
  const index = pesel ? keptPesel(work.surroundings.keys, concern.partnershipId, pesel).index : null
  const found = await work.all(sql<Candidate>`
    select p.person_id as "personId", p.name, p.birth_date as "birthDate",
      p.birth_year as "birthYear", p.also_known as "alsoKnown", p.likeness,
      (select jsonb_build_object('caseId', c.case_id, 'code', c.code, 'householdId', c.household_id, 'label', c.label, 'coordinator', c.coordinator,
        'iCoordinate', c.i_coordinate)
        from concerns.open_case_of(p.person_id) c limit 1) as "openCase"
    from households.find_before_creating(${concern.partnershipId}, ${name}, ${birthDate ?? null}, ${index}) p
    order by p.likeness desc, p.person_id`)
  await sql`select concerns.note_search(${concernId}, ${found.map(({ personId }) => personId)})`.execute(
    work.db,
  )
  await work.record({ verb: 'people.searched', subjectId: concernId })
  return found
}
