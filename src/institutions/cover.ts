import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { coverById } from './questions.ts'

/** Asks a colleague to do the work of somebody who is away: by them, or by their head, who may hand the duty over too. */
export async function askCover(
  work: Work,
  absenceId: string,
  { id, workerId, duty }: { id: string; workerId: string; duty: boolean },
) {
  const whom = await work.mustFind(sql<{ id: string; name: string }>`
    select a.worker_id as id, (select w.given_name || ' ' || w.family_name from institutions.worker w where w.id = ${workerId}) as name
    from institutions.absence a where a.id = ${absenceId}`)
  await work.record({ verb: 'cover.asked', subjectId: whom.id, values: { name: whom.name, duty } })
  orRefuse(
    'institutions',
    await work.ask(sql`institutions.ask_cover(${id}, ${absenceId}, ${workerId}, ${duty})`),
    'workerId',
  )
  return {}
}

/** Says whether I do the work of a colleague who is away; with a yes their duty may come along. */
export async function answerCover(work: Work, id: string, answer: 'yes' | 'no') {
  const cover = await work.mustFind(coverById(id))
  await work.record({
    verb: answer === 'yes' ? 'cover.agreed' : 'cover.declined',
    subjectId: cover.workerId,
    values: { name: cover.standIn },
  })
  orRefuse('institutions', await work.ask(sql`institutions.answer_cover(${id}, ${answer})`))
  return {}
}

/** Ends it before the absence does. */
export async function endCover(work: Work, id: string) {
  const cover = await work.mustFind(coverById(id))
  await work.record({ verb: 'cover.ended', subjectId: cover.workerId, values: { name: cover.standIn } })
  orRefuse('institutions', await work.ask(sql`institutions.end_cover(${id})`))
  return {}
}
