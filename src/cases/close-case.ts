import { sql } from 'kysely'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** Closes a case. The parts of other institutions end with it; dates of after-care stay. The coordinator's deed. */
export async function closeCase(
  work: Work,
  caseId: string,
  { reason, note, afterCare }: { reason: string; note?: string | undefined; afterCare: string[] },
) {
  const kind = await work.mustFind(sql<{ needsText: boolean | null }>`
    select needs_text as "needsText" from cases.closing_reason where code = ${reason}`)
  if (kind.needsText && !note) throw new Refusal(400, 'cases:reason-needs-words', { field: 'note' })
  // Without the reason, which is the file's and stands with the opening.
  await work.record({ verb: 'case.closed', subjectId: caseId, scopeId: caseId, class: 'pointer' })
  orRefuse(
    'cases',
    await work.ask(sql`cases.close(${caseId}, ${reason}, ${note || null}, ${afterCare}::date[])`),
  )
  return {}
}

/** Opens a closed case again; others are invited anew. */
export async function reopenCase(work: Work, caseId: string, openingId: string) {
  orRefuse('cases', await work.ask(sql`cases.reopen(${openingId}, ${caseId})`))
  await work.record({ verb: 'case.reopened', subjectId: caseId, scopeId: caseId, class: 'pointer' })
  return {}
}
