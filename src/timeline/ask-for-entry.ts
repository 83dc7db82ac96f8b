import { sql } from 'kysely'
import { see } from '../asks/see.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { Entry } from '../platform/journal/entries.ts'
import { readValues } from '../platform/journal/entries.ts'
import { entryRequestById } from './questions.ts'

/** Asks for an entry that an institution keeps to itself. The coordinator learns the answer, not whose entry it is. */
export async function askForEntry(
  work: Work,
  caseId: string,
  entryId: string,
  { id, why }: { id: string; why: string },
) {
  orRefuse('timeline', await work.ask(sql`timeline.ask_for_entry(${id}, ${caseId}, ${entryId}, ${why})`))
  // Of the coordinator's own institution: the rest of the team does not learn that something is locked.
  await work.record({ verb: 'entry.asked', subjectId: id, scopeId: caseId, class: 'own' })
  return {}
}

/** What my institution is asked to open. */
export async function entryRequest(work: Work, id: string) {
  const { sealedValues, verb, at, worker, what, ...request } = await work.mustFind(entryRequestById(id))
  const values = await readValues(work.db, work.surroundings.keys, { scopeId: request.caseId, sealedValues })
  await work.look(request.caseId, 'locked-entry')
  see(work, 'entry', id)
  return { ...request, entry: { verb, at, worker, values, what } }
}

type Answered = {
  obstacle?: string
  scopeId: string
  thing: string | null
  /** The table of the thing. */
  fact: Entry['fact']
  subjectId: string
  class: string | null
  values: Record<string, unknown> | null
}

/** Opens it to those of the team who hold its class, or declines with a reason. */
export async function answerEntryRequest(
  work: Work,
  id: string,
  given: { answer: 'opened' } | { answer: 'declined'; reason: string },
) {
  const reason = given.answer === 'declined' ? given.reason : null
  const answered = await work.ask<Answered>(
    sql`timeline.answer_entry_request(${id}, ${given.answer}, ${reason})`,
  )
  orRefuse('timeline', answered.obstacle)
  const { scopeId, thing, subjectId, class: openedClass, fact, values } = answered
  if (thing && openedClass)
    await work.record({
      verb: `${thing}.opened`,
      subjectId,
      scopeId,
      class: openedClass,
      // A task is shared by its class; a note or a view by what its institution gave.
      aboutId: thing === 'task' ? undefined : work.actor.institutionId,
      fact,
      values: values ?? {},
    })
  else await work.record({ verb: 'entry.declined', subjectId: id, scopeId, class: 'own' })
  return {}
}
