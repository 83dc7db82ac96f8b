import { sql } from 'kysely'
import type { z } from 'zod'
import { mustNotSpeakOfViolence } from '../guests/come-in.ts'
import { doneByGuest, pageOfGuest } from '../guests/doing.ts'
import type { Database } from '../platform/database/open.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { Work } from '../platform/http/work.ts'
import type { meetingsContract } from './contract.ts'
import { placeOf } from './questions.ts'

type Contract = typeof meetingsContract
type Page = z.output<Contract['guestPage']['answer']>

/** Names a guest of a meeting. A colleague is asked whether the address is right; before that nothing leaves. */
export async function inviteGuest(work: Work, id: string, guest: z.output<Contract['inviteGuest']['body']>) {
  const { scopeId } = await work.mustFind(placeOf(id))
  const { basis } = guest
  if (basis.kind === 'consent' && basis.on > (await work.today()))
    throw new Refusal(400, 'meetings:agreed-ahead', { field: 'basis.on' })
  const obstacle = await work.ask<string | null>(
    sql`meetings.invite_guest(${id}, ${guest.id}, ${guest.name}, ${guest.role}, ${guest.institution}, ${guest.email}, ${guest.confirmerId},
      ${guest.points}::uuid[], ${basis.kind}, ${basis.kind === 'consent' ? basis.form : null}, ${basis.kind === 'consent' ? basis.on : null}::date,
      ${basis.kind === 'law' ? basis.law : null})`,
  )
  const fields: Record<string, string> = {
    'a-second-person': 'confirmerId',
    'consent-does-not-open': 'basis.form',
  }
  orRefuse(
    obstacle === 'a-second-person' ? 'guests' : 'meetings',
    obstacle,
    obstacle ? fields[obstacle] : undefined,
  )
  await record(work, 'invited', guest.id, scopeId)
  return { id: guest.id }
}

export async function dismissGuest(work: Work, id: string, guestId: string, because: 'removed' | 'basis') {
  const { scopeId } = await mustSit(work, id, guestId)
  orRefuse('meetings', await work.ask(sql`meetings.dismiss_guest(${guestId}, ${because})`))
  await record(work, 'dismissed', guestId, scopeId)
  return {}
}

export async function guestCame(work: Work, id: string, guestId: string, attendance: string) {
  await mustSit(work, id, guestId)
  orRefuse('meetings', await work.ask(sql`meetings.guest_came(${guestId}, ${attendance})`))
  return {}
}

const mustSit = (work: Work, id: string, guestId: string) =>
  work.mustFind(
    sql<{
      scopeId: string
    }>`select scope_id as "scopeId" from meetings.guest_seat where id = ${guestId} and meeting_id = ${id}`,
  )

/** That there is a guest is about the work itself. */
const record = (work: Work, step: string, id: string, scopeId: string) =>
  work.record({ verb: `guest.${step}`, subjectId: id, scopeId, class: 'team' })

export const guestPage = (database: Database, visit: Visit): Promise<Page> =>
  pageOfGuest(database, visit, (kept) => sql`meetings.guest_page(${kept})`)

export const guestAnswers = (database: Database, visit: Visit, answer: string) =>
  doneByGuest(database, visit, {
    slice: 'meetings',
    deed: (kept) => sql`meetings.guest_answers(${kept}, ${answer})`,
  })

/** What a guest says to a point. Of violence nothing is kept here: it is told by telephone. */
export async function guestSays(database: Database, visit: Visit, pointId: string, words: string) {
  mustNotSpeakOfViolence(words)
  return doneByGuest(database, visit, {
    slice: 'meetings',
    deed: (kept) => sql`meetings.guest_says(${kept}, ${pointId}, ${words || null})`,
  })
}
