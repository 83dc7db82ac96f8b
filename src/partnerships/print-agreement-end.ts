import { print } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { papers } from './papers.ts'
import { bare, party, shortIdOf, someHead, wordsOf } from './print-documents.ts'
import { agreementById, plannedPeriod } from './questions.ts'

/** The decision to end an agreement before its day, for the parties to sign. */
export async function printAgreementEnd(work: Work, id: string) {
  const agreement = await work.mustFind(agreementById(id))
  if (!agreement.endedEarly) throw new Refusal(409, 'partnerships:nothing-to-print')
  const partnership = await wordsOf(work, agreement.partnershipId)
  const leading = await work.mustFind(party(partnership.leadingId))
  const parties = []
  for (const { institutionId, name } of agreement.parties.filter(({ signedOn }) => signedOn))
    parties.push({ name, representedBy: await someHead(work, institutionId) })
  return print(
    work,
    papers['agreement-end'],
    { id: shortIdOf('ZP', id), name: `zakonczenie-porozumienia-${shortIdOf('ZP', id)}` },
    {
      issuer: bare(leading),
      place: leading.place,
      date: agreement.endedEarly.decidedOn,
      partnership: partnership.onPaper,
      number: agreement.number,
      period: await work.mustFind(plannedPeriod(id)),
      ...agreement.endedEarly,
      parties,
    },
  )
}
