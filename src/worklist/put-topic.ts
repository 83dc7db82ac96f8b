import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

export type NewTopic = {
  id: string
  scopeId: string
  /** Who reads it: those who read such facts of these people; of class `team`, all who work there. */
  class: string
  about: string[]
  what: string
  source: { kind: string; id: string }
}

/** Puts something on the agenda of the next meeting of a place; the journal tells that, and not what. 409 for what its writer may not read there themselves. */
export async function putTopic(work: Work, { id, scopeId, class: dataClass, about, what, source }: NewTopic) {
  await sql`
    insert into worklist.topic (id, scope_id, class, about, what, put_by, source_kind, source_id)
    values (${id}, ${scopeId}, ${dataClass}, ${about}, ${what}, ${work.actor.workerId}, ${source.kind}, ${source.id})`.execute(
    work.db,
  )
  if (!(await work.find(sql`select from worklist.topic where id = ${id}`)))
    throw new Refusal(409, 'worklist:not-yours-to-read')
  await work.record({
    verb: 'topic.put',
    subjectId: id,
    scopeId,
    class: dataClass,
    fact: 'worklist.topic',
  })
  return { id }
}

/** Takes a topic back that no meeting has on its agenda yet: by who put it there, or who coordinates. */
export async function takeTopicBack(work: Work, id: string) {
  const topic = await work.mustFind(sql<{ scopeId: string; class: string }>`
    select scope_id as "scopeId", class from worklist.topic where id = ${id} and taken_back_at is null`)
  await work.ask(sql`worklist.hold_agenda(${topic.scopeId})`)
  if (await work.ask(sql`worklist.meeting_of(${id})`)) throw new Refusal(409, 'worklist:on-an-agenda')
  const { numAffectedRows } = await sql`
    update worklist.topic set taken_back_at = now() where id = ${id} and taken_back_at is null`.execute(
    work.db,
  )
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: 'topic.taken-back',
    subjectId: id,
    scopeId: topic.scopeId,
    class: topic.class,
    fact: 'worklist.topic',
  })
  return {}
}
