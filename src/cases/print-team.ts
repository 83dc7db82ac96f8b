import { bare, party } from '../partnerships/print-documents.ts'
import { print } from '../platform/documents/paper.ts'
import type { Work } from '../platform/http/work.ts'
import { papers } from './papers.ts'
import { teamOnPaper } from './questions.ts'

/** Who works with the family, for its fridge door: whom to call first, then the others. */
export async function printTeam(work: Work, caseId: string) {
  const { code, coordinator, people } = await work.mustFind(teamOnPaper(caseId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  return print(
    work,
    papers['family-team'],
    { id: code, name: 'kto-z-nami-pracuje' },
    { issuer: bare({ place, ...issuer }), place, coordinator, people },
  )
}
