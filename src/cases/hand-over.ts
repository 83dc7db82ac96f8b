import { sql } from 'kysely'
import { notFound, orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** Offers a case to another leading institution. Nothing moves until its head accepts. */
export async function offerHandover(
  work: Work,
  caseId: string,
  { id, to, reason }: { id: string; to: string; reason: string },
) {
  orRefuse('cases', await work.ask(sql`cases.offer_handover(${id}, ${caseId}, ${to}, ${reason})`))
  await work.record({ verb: 'handover.offered', subjectId: id, scopeId: caseId, class: 'coordinate' })
  return {}
}

/** Accepts, declines or withdraws a hand-over. Accepted, everything moves at once. */
export async function answerHandover(
  work: Work,
  handoverId: string,
  answer: 'accepted' | 'declined' | 'withdrawn',
) {
  const caseId = await work.ask<string | null>(sql`cases.case_of_handover(${handoverId})`)
  if (!caseId) throw notFound()
  // An offer is between the leading people and the two heads; that another institution leads now, the team learns.
  await work.record({
    verb: `handover.${answer}`,
    subjectId: handoverId,
    scopeId: caseId,
    class: answer === 'accepted' ? 'team' : 'coordinate',
  })
  orRefuse('cases', await work.ask(sql`cases.answer_handover(${handoverId}, ${answer})`))
  return {}
}
