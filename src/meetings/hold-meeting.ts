import { sql } from 'kysely'
import type { z } from 'zod'
import { removeItem } from '../baskets/items.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { recordGiven } from '../worklist/give-task.ts'
import { record } from './call-meeting.ts'
import type { meetingsContract } from './contract.ts'
import { offeredTo, placeOf } from './questions.ts'

type Body<Name extends keyof typeof meetingsContract> = (typeof meetingsContract)[Name] extends {
  body: infer Shape extends z.ZodType
}
  ? z.output<Shape>
  : never

/** Says of each proposed date whether I can come. */
export async function answerDates(work: Work, id: string, { dates }: Body<'answerDates'>) {
  const { scopeId } = await work.mustFind(placeOf(id))
  orRefuse(
    'meetings',
    await work.ask(sql`meetings.answer_dates(${id}, ${dates.map((date) => date.id)}::uuid[],
      ${dates.map(({ answer }) => answer)}::text[])`),
  )
  await record(work, 'dates-answered', id, scopeId)
  return {}
}

/** Says whether I come. Why not is read at the table, and stands in no journal. */
export async function answerMeeting(work: Work, id: string, said: Body<'answer'>) {
  const { scopeId } = await work.mustFind(placeOf(id))
  const [words, standIn] = said.answer === 'not' ? [said.words, said.standInId] : []
  const obstacle = await work.ask<string | null>(
    sql`meetings.answer(${id}, ${said.answer}, ${words || null}, ${standIn ?? null}::uuid)`,
  )
  orRefuse('meetings', obstacle, obstacle === 'cannot-stand-in' ? 'standInId' : undefined)
  await record(work, 'answered', id, scopeId, { answer: said.answer })
  return {}
}

export async function beginMeeting(work: Work, id: string) {
  const { scopeId } = await work.mustFind(placeOf(id))
  orRefuse('meetings', await work.ask(sql`meetings.begin(${id})`))
  await record(work, 'begun', id, scopeId)
  return {}
}

/** Says how somebody came, or who came in their place. */
export async function noteAttendance(work: Work, id: string, inviteeId: string, said: Body<'attend'>) {
  await work.mustFind(sql`select from meetings.invitee where id = ${inviteeId} and meeting_id = ${id}`)
  const obstacle = await work.ask<string | null>(
    sql`meetings.note_attendance(${inviteeId}, ${said.attendance}, ${said.standInId ?? null}::uuid)`,
  )
  orRefuse('meetings', obstacle, obstacle === 'cannot-stand-in' ? 'standInId' : undefined)
  return {}
}

export async function noteFamilyCame(
  work: Work,
  id: string,
  seatId: string,
  { attendance }: Body<'familyCame'>,
) {
  await work.mustFind(sql`select from meetings.family_seat where id = ${seatId} and meeting_id = ${id}`)
  await mustGoOn(work, id)
  await change(work, sql`update meetings.family_seat set attendance = ${attendance} where id = ${seatId}`)
  return {}
}

/** Puts a point on the agenda. What its writer may not read themselves, they do not put there. */
export async function putPoint(
  work: Work,
  id: string,
  { what, minutes, about, source, ...point }: Body<'putPoint'>,
) {
  const { scopeId } = await work.mustFind(placeOf(id))
  await mustBe(work, id, 'is_open')
  const open = source && (await openThing(work, id, source))
  await sql`
    insert into meetings.point (id, meeting_id, scope_id, n, what, minutes, class, about, source_kind, source_id, source_on, put_by)
    values (${point.id}, ${id}, ${scopeId}, (select coalesce(max(p.n), 0) + 1 from meetings.point p where p.meeting_id = ${id}),
      ${what}, ${minutes ?? null}, ${open?.class ?? point.class}, ${open?.about ?? about ?? []},
      ${source?.kind ?? null}, ${source?.id ?? null}, ${open?.on ?? null}, ${work.actor.workerId})`.execute(
    work.db,
  )
  if (!(await work.find(sql`select from meetings.point where id = ${point.id}`)))
    throw new Refusal(409, 'meetings:not-yours-to-read', { field: 'class' })
  return { id: point.id }
}

/** 409 for what is not open any more, or on an agenda already. */
async function openThing(work: Work, id: string, { kind, id: thing }: { kind: string; id: string }) {
  const found = (await work.all(offeredTo(id))).find((each) => each.kind === kind && each.id === thing)
  if (!found) throw new Refusal(409, 'meetings:not-offered')
  return found
}

/** The points that I read change places among themselves; those that I do not read stay where they are. */
export async function orderPoints(work: Work, id: string, { points }: Body<'orderPoints'>) {
  await work.mustFind(placeOf(id))
  await mustBe(work, id, 'is_open')
  await change(
    work,
    sql`update meetings.point p set n = placed.n
      from (select o.id, s.n from unnest(${points}::uuid[]) with ordinality o (id, place)
        join (select x.n, row_number() over (order by x.n, x.id) as place from meetings.point x
          where x.meeting_id = ${id} and x.id = any (${points}::uuid[])) s using (place)) placed
      where p.id = placed.id and p.meeting_id = ${id}`,
  )
  return {}
}

export async function movePoint(work: Work, id: string, pointId: string, { state }: Body<'movePoint'>) {
  await mustFindPoint(work, id, pointId)
  await mustBe(work, id, 'is_open')
  await change(
    work,
    sql`update meetings.point set done_at = ${state === 'done' ? sql`now()` : null}, postponed_at = ${state === 'postponed' ? sql`now()` : null}
      where id = ${pointId}`,
  )
  return {}
}

/** Takes a point off the agenda before the meeting. */
export async function removePoint(work: Work, id: string, pointId: string) {
  await mustFindPoint(work, id, pointId)
  orRefuse('meetings', await work.ask(sql`meetings.remove_point(${pointId})`))
  return {}
}

/** Somebody leaves the room for a point and reads nothing of it, or comes back. */
export async function leaveRoom(
  work: Work,
  id: string,
  pointId: string,
  { workerId, back }: Body<'leaveRoom'>,
) {
  await mustFindPoint(work, id, pointId)
  orRefuse('meetings', await work.ask(sql`meetings.leave_room(${pointId}, ${workerId}, ${back})`))
  return {}
}

/** Writes down what was settled. It becomes a task when the minutes are sent, and can be taken back until then. */
export async function decide(work: Work, id: string, pointId: string, said: Body<'decide'>) {
  const { scopeId } = await mustFindPoint(work, id, pointId)
  await mustGoOn(work, id)
  if (
    !(await work.ask<boolean>(
      sql`meetings.may_be_given(${pointId}, ${said.institutionId}, ${said.workerId ?? null}::uuid)`,
    ))
  )
    throw new Refusal(409, 'meetings:cannot-be-given', { field: 'institutionId' })
  await sql`insert into meetings.decision (id, point_id, meeting_id, scope_id, what, institution_id, worker_id, due, made_by)
    values (${said.id}, ${pointId}, ${id}, ${scopeId}, ${said.what}, ${said.institutionId}, ${said.workerId ?? null}, ${said.due}, ${work.actor.workerId})`.execute(
    work.db,
  )
  return { id: said.id }
}

/** Takes back what was settled. What it put into the basket leaves it; a level stays agreed, and is not in these minutes. */
export async function undecide(work: Work, id: string, decisionId: string) {
  const { scopeId, itemId } = await work.mustFind(
    sql<{ scopeId: string; itemId: string | null }>`
      select scope_id as "scopeId", item_id as "itemId" from meetings.decision where id = ${decisionId} and meeting_id = ${id}`,
  )
  await mustGoOn(work, id)
  if (itemId) await removeItem(work, scopeId, itemId)
  await change(work, sql`delete from meetings.decision where id = ${decisionId}`)
  return {}
}

/** Ends it: what was written stands, what was settled becomes tasks, whoever may read it is told. */
export async function sendMinutes(work: Work, id: string) {
  const { scopeId } = await work.mustFind(placeOf(id))
  orRefuse('meetings', await work.ask(sql`meetings.send_minutes(${id})`))
  await record(work, 'minutes-sent', id, scopeId)
  const tasks = await work.all(sql<{ id: string; class: string; what: string; due: string }>`
    select t.id, t.class, t.what, t.due from worklist.task t join meetings.decision d on d.task_id = t.id where d.meeting_id = ${id}`)
  for (const task of tasks) await recordGiven(work, { ...task, scopeId })
  return {}
}

export async function acknowledge(work: Work, id: string) {
  const { scopeId } = await work.mustFind(placeOf(id))
  if (!(await work.ask<boolean>(sql`meetings.is_over(${id})`))) throw new Refusal(409, 'meetings:not-begun')
  await sql`insert into meetings.acknowledgement (meeting_id, scope_id, worker_id)
    values (${id}, ${scopeId}, ${work.actor.workerId}) on conflict do nothing`.execute(work.db)
  return {}
}

export async function remark(work: Work, id: string, pointId: string, said: Body<'remark'>) {
  const { scopeId } = await mustFindPoint(work, id, pointId)
  await mustBe(work, id, 'takes_remarks', 'minutes-are-approved')
  await sql`insert into meetings.remark (id, point_id, meeting_id, scope_id, worker_id, institution_id, words)
    values (${said.id}, ${pointId}, ${id}, ${scopeId}, ${work.actor.workerId}, ${work.actor.institutionId}, ${said.words})`.execute(
    work.db,
  )
  return { id: said.id }
}

export async function approveMinutes(work: Work, id: string) {
  const { scopeId } = await work.mustFind(placeOf(id))
  orRefuse('meetings', await work.ask(sql`meetings.approve(${id})`))
  await record(work, 'minutes-approved', id, scopeId)
  return {}
}

export const mustFindPoint = (work: Work, id: string, pointId: string) =>
  work.mustFind(
    sql<{
      scopeId: string
    }>`select scope_id as "scopeId" from meetings.point where id = ${pointId} and meeting_id = ${id}`,
  )

export const mustGoOn = (work: Work, id: string) => mustBe(work, id, 'goes_on')

/** Held from now on: who ends it waits for this deed. */
async function mustBe(
  work: Work,
  id: string,
  stage: 'is_open' | 'goes_on' | 'takes_remarks',
  otherwise = 'meeting-is-over',
) {
  if (!(await work.ask<boolean>(sql`meetings.still(${id}, ${stage})`)))
    throw new Refusal(409, `meetings:${otherwise}`)
}

/** What the policies let somebody change who sees it. */
async function change(work: Work, deed: ReturnType<typeof sql>) {
  const { numAffectedRows } = await deed.execute(work.db)
  if (!numAffectedRows) throw new Refusal(409, 'meetings:meeting-is-over')
}
