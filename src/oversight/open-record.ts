import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { purposes } from './contract.ts'

/** Opens the record of one place to the asking officer for 24 hours, for a stated purpose; the head is told. */
export async function openRecord(
  work: Work,
  given: { id: string; scopeId: string; purpose: (typeof purposes)[number]; reason: string },
) {
  orRefuse(
    'oversight',
    await work.ask(
      sql`oversight.open_record(${given.id}, ${given.scopeId}, ${given.purpose}, ${given.reason})`,
    ),
  )
  // Without its scope: an officer has no part there, and the team is not told.
  await work.record({ verb: 'record.opened', subjectId: given.id })
  return { id: given.id }
}
