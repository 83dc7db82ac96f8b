import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { mustNotSpeakOfViolence } from '../guests/come-in.ts'
import { doneByGuest, pageOfGuest } from '../guests/doing.ts'
import type { Database } from '../platform/database/open.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { Work } from '../platform/http/work.ts'
import { fieldOf } from './answer-point.ts'
import type { referralsContract } from './contract.ts'

type Contract = typeof referralsContract
type Page = z.output<Contract['guestPage']['answer']>

/** Names who answers for whoever a letter went to. A colleague is asked whether the address is right; before that nothing leaves. */
export async function inviteGuest(
  work: Work,
  id: string,
  { id: guestId, name, role, email, confirmerId }: z.output<Contract['inviteGuest']['body']>,
) {
  await mustFindReferral(work, id)
  const obstacle = await work.ask<string | null>(
    sql`referrals.invite_guest(${id}, ${guestId}, ${name}, ${role}, ${email}, ${confirmerId})`,
  )
  orRefuse(
    obstacle === 'a-second-person' ? 'guests' : 'referrals',
    obstacle,
    obstacle === 'a-second-person' ? 'confirmerId' : undefined,
  )
  await record(work, 'invited', guestId, id)
  return { id: guestId }
}

export async function dismissGuest(work: Work, id: string, guestId: string) {
  await mustFindReferral(work, id)
  orRefuse('referrals', await work.ask(sql`referrals.dismiss_guest(${id}, ${guestId})`))
  await record(work, 'dismissed', guestId, id)
  return {}
}

const mustFindReferral = (work: Work, id: string) =>
  work.mustFind(sql`select from referrals.referral where id = ${id}`)

const record = (work: Work, step: string, id: string, scopeId: string) =>
  work.record({ verb: `guest.${step}`, subjectId: id, scopeId })

export const guestPage = (database: Database, visit: Visit): Promise<Page> =>
  pageOfGuest(database, visit, (kept) => sql`referrals.guest_page(${kept})`)

/** Answers a point for whoever a letter went to. Of violence nothing is kept here: it is told by telephone. */
export async function guestAnswers(
  database: Database,
  visit: Visit,
  pointId: string,
  said: z.output<Contract['guestAnswers']['body']>,
) {
  mustNotSpeakOfViolence(said.words)
  const reason = 'reason' in said ? said.reason : null
  const expected = 'expectedOn' in said ? said.expectedOn : null
  return done(
    database,
    visit,
    (kept) =>
      sql`referrals.guest_answers(${kept}, ${pointId}, ${said.answer}, ${reason}, ${said.words || null}, ${expected}::date)`,
  )
}

type Step = { on?: string; outcome?: string; words?: string | undefined; expectedOn?: string | undefined }

/** Says that what was taken on begins, goes on, is done. */
export async function guestTakesStep(
  database: Database,
  visit: Visit,
  pointId: string,
  step: 'begun' | 'told' | 'ended',
  { on, outcome, words, expectedOn }: Step,
) {
  mustNotSpeakOfViolence(words)
  return done(
    database,
    visit,
    (kept) =>
      sql`referrals.guest_takes_step(${kept}, ${pointId}, ${step}, ${on ?? null}::date, ${outcome ?? null}, ${words || null}, ${expectedOn ?? null}::date)`,
  )
}

const done = (database: Database, visit: Visit, deed: (kept: Buffer) => RawBuilder<unknown>) =>
  doneByGuest(database, visit, { slice: 'referrals', deed, fieldOf })
