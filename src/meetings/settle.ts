import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { agree } from '../assessments/assess.ts'
import { putItem } from '../baskets/items.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustFindPoint, mustGoOn } from './hold-meeting.ts'
import type { settleContract } from './settle-contract.ts'

type Body<Name extends keyof typeof settleContract> = z.output<(typeof settleContract)[Name]['body']>

/** Puts what was settled into the basket at once, by the deed of the basket; the minutes keep its words as they were said. */
export async function decideItem(work: Work, id: string, pointId: string, item: Body<'decideItem'>) {
  const scopeId = await mustSettle(work, id, pointId)
  await putItem(work, scopeId, item)
  await sql`insert into meetings.decision (id, point_id, meeting_id, scope_id, what, institution_id, worker_id, due, item_id, made_by)
    select i.id, ${pointId}, ${id}, i.scope_id, i.what, i.provider_id, i.worker_id, i.starts, i.id, ${work.actor.workerId} from baskets.item i where i.id = ${item.id}`.execute(
    work.db,
  )
  return { id: item.id }
}

type Agreeing = { id: string; pointId: string; assessmentId: string; agreedId: string }

/** Writes down the level that was agreed, by the deed of the assessment; said again at the same point, the later counts. */
export async function decideLevel(
  work: Work,
  { id, pointId, assessmentId, agreedId }: Agreeing,
  said: Body<'decideLevel'>,
) {
  const scopeId = await mustSettle(work, id, pointId)
  const agreed = await agree(work, scopeId, assessmentId, agreedId, said)
  await sql`delete from meetings.decision where point_id = ${pointId} and agreed_id = ${agreed.id}`.execute(
    work.db,
  )
  await sql`insert into meetings.decision (id, point_id, meeting_id, scope_id, agreed_id, domain, level, without_level, made_by)
    values (${randomUUID()}, ${pointId}, ${id}, ${scopeId}, ${agreed.id}, ${said.domain}, ${said.level ?? null}, ${said.withoutLevel ?? null}, ${work.actor.workerId})`.execute(
    work.db,
  )
  return agreed
}

/** Where what was settled becomes something at once: about a family, by whoever coordinates, and nobody left the room for it. */
async function mustSettle(work: Work, id: string, pointId: string): Promise<string> {
  const { scopeId } = await mustFindPoint(work, id, pointId)
  await work.enter([scopeId])
  await work.mustHold(scopeId, 'coordinate')
  await mustGoOn(work, id)
  if (await work.find(sql`select from meetings.point where id = ${pointId} and kept_from <> '{}'`))
    throw new Refusal(409, 'meetings:somebody-left-the-room')
  return scopeId
}
