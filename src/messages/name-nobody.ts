import { sql } from 'kysely'
import { namedIn } from '../cases/pages/namedIn.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { speaksOf } from '../platform/kit/speaksOf.ts'

type Known = { givenName: string | null; familyName: string | null }

const code = /\b[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}\b/

/**
 * 409 at the field where words that go without names name somebody of the family, its village, or a case by its code. Asked
 * of what the writer may know: a refusal tells them nothing new.
 */
export async function mustNameNobody(
  work: Work,
  place: string,
  words: string,
  told: 'title-names-somebody' | 'words-name-somebody',
  field: string,
) {
  const [people, [home]] = await work.allTogether(
    sql<Known>`select distinct p.given_name as "givenName", p.family_name as "familyName" from cases."case" c
      join households.member m on m.household_id = c.household_id join households.person p on p.id = m.person_id where c.id = ${place}`,
    sql<{
      locality: string | null
    }>`select h.locality from cases."case" c join households.household h on h.id = c.household_id where c.id = ${place}`,
  )
  const given = people.flatMap(({ givenName }) => (givenName ? [{ givenName }] : []))
  const called = [...people.map(({ familyName }) => familyName), home?.locality].filter(
    (name) => name !== null && name !== undefined,
  )
  if (code.test(words) || namedIn(words, given).length > 0 || called.some((name) => speaksOf(words, name)))
    throw new Refusal(409, `messages:${told}`, { field })
}
