import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../platform/http/work.ts'
import type { familiesContract } from './contract.ts'

type Asked = z.output<typeof familiesContract.lookUp.body>
type Found = z.output<typeof familiesContract.lookUp.answer>[number]

/**
 * Open cases that my institution leads, of families that are called so or have somebody of that name, likeliest first; for
 * its head. That somebody looked, what for and which were shown is written down; the words are not.
 */
export async function lookUp(work: Work, { name, purpose }: Asked) {
  const { institutionId } = await work.mustFind(sql<{ institutionId: string }>`
    select i as "institutionId" from institutions.i_head() i where i is not null`)
  const found = await work.all(sql<Found>`
    select f.id, f.code, f.label, f.locality, f.coordinator, f.coordinator_phone as "coordinatorPhone"
    from families.look_up(${name}, ${purpose}) f`)
  await work.record({ verb: 'desk.looked-up', subjectId: institutionId })
  return found
}
