import { sql } from 'kysely'
import { everybody } from '../platform/access/about.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { type Fault, faultsIn, readAnswers, responseItems } from './answering.ts'
import { questionnaireInUse, responseById } from './questions.ts'

/** Begins to fill a questionnaire in; until it is finished only its author sees it. */
export async function beginResponse(
  work: Work,
  scopeId: string,
  given: { id: string; questionnaireId: string; class: string },
) {
  await work.mustHold(scopeId, 'team')
  if (!(await work.find(questionnaireInUse(given.questionnaireId))))
    throw new Refusal(409, 'questionnaires:not-in-use', { field: 'questionnaireId' })
  await work.db
    .insertInto('questionnaires.response')
    .values({
      id: given.id,
      scope_id: scopeId,
      class: given.class,
      questionnaire_id: given.questionnaireId,
      author_id: work.actor.workerId,
    })
    .execute()
  return { id: given.id }
}

/**
 * Keeps what was answered: so far, for good, or amended afterwards (the earlier answers stay in the journal). Answers
 * that do not fit the questionnaire are refused with the `linkId` of each.
 */
export async function keepAnswers(
  work: Work,
  scopeId: string,
  id: string,
  given: { status: 'in-progress' | 'completed' | 'amended'; item: unknown[] },
) {
  const before = await work.mustFind(responseById(scopeId, id, work.actor.workerId))
  const next = before.status === 'in-progress' ? ['in-progress', 'completed'] : ['amended']
  if (!next.includes(given.status)) throw new Refusal(409, 'questionnaires:already-finished')
  const { answers, lost } = readAnswers(before.questionnaire, given.item)
  const named = new Set(lost.map(({ linkId }) => linkId))
  const others = faultsIn(before.questionnaire, answers, given.status !== 'in-progress')
  const faults = [...lost, ...others.filter(({ linkId }) => !named.has(linkId))]
  if (faults.length) throw refusal(work, faults)
  if (given.status !== 'in-progress')
    await work.record({
      verb: `questionnaire.${given.status}`,
      subjectId: id,
      scopeId,
      class: before.class,
      aboutId: everybody,
      values: { title: before.title, ...(given.status === 'amended' && { earlier: before.item }) },
    })
  await work.change('questionnaires.response', id, {
    items: JSON.stringify(responseItems(before.questionnaire, answers)),
    status: given.status,
    ...(given.status === 'completed' && { completed_at: new Date() }),
  })
  return {}
}

/** Throws away what one has begun and not finished. */
export async function dropResponse(work: Work, scopeId: string, id: string) {
  const before = await work.mustFind(responseById(scopeId, id, work.actor.workerId))
  if (before.status !== 'in-progress') throw new Refusal(409, 'questionnaires:already-finished')
  await sql`delete from questionnaires.response where id = ${id}`.execute(work.db)
  return {}
}

const refusal = (work: Work, faults: Fault[]) =>
  new Refusal(400, 'questionnaires:answers-do-not-fit', {
    extra: {
      fields: faults.map(({ linkId, fault }) => ({
        field: linkId,
        message: work.text(`questionnaires:faults.${fault}`),
      })),
    },
  })
