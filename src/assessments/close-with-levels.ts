import { sql } from 'kysely'
import type { z } from 'zod'
import { closeCase } from '../cases/close-case.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { keepLevel, openAssessment } from './assess.ts'
import type { assessmentsContract } from './contract.ts'

type Closing = z.output<typeof assessmentsContract.close.body>

/** Closes a case; the levels at the end are kept in the same transaction. */
export async function closeWithLevels(work: Work, caseId: string, { levels, ...closing }: Closing) {
  if (levels) await keepLevelsAtTheEnd(work, caseId, levels)
  return closeCase(work, caseId, closing)
}

/** Facts like every agreed level: an assessment of the kind `closing`, fixed on the day of closing. */
async function keepLevelsAtTheEnd(
  work: Work,
  caseId: string,
  { assessmentId, domains }: NonNullable<Closing['levels']>,
) {
  await openAssessment(work, caseId, { id: assessmentId, kind: 'closing' })
  for (const { id, ...level } of domains) await keepLevel(work, caseId, assessmentId, id, level)
  orRefuse(
    'assessments',
    await work.ask(sql`assessments.fix(${assessmentId}, splot.today_pl(), '{}'::text[])`),
  )
}
