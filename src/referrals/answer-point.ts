import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { Entry } from '../platform/journal/entries.ts'
import type { referralsContract } from './contract.ts'

type Body<Name extends keyof typeof referralsContract> = (typeof referralsContract)[Name] extends {
  body: infer Shape extends z.ZodType
}
  ? z.output<Shape>
  : never

/** How a step within a case is told there. */
type ToldInCase = Pick<Entry, 'subjectId' | 'class' | 'aboutId' | 'fact' | 'before'> & {
  thing: string
  what: string
}
type Point = {
  referralId: string
  scopeId: string
  service: string | null
  version: number
  inCase: ToldInCase | null
}

const pointById = (id: string) => sql<Point>`
  select p.referral_id as "referralId", p.scope_id as "scopeId", p.service_kind as service, p.version,
    case when p.scope_id <> p.referral_id then referrals.told_in_case(p.id) end as "inCase"
  from referrals.point p where p.id = ${id}`

function record(work: Work, step: string, id: string, point: Point, values: Record<string, unknown>) {
  const { scopeId, referralId, service, inCase } = point
  if (!inCase)
    return work.record({ verb: `referral.${step}`, subjectId: id, scopeId, aboutId: referralId, values })
  const { thing, what: _, ...told } = inCase
  return work.record({
    verb: `${thing}.${step}`,
    scopeId,
    ...told,
    values: { ...values, ...(service && { service }) },
  })
}

/** Answers a point for the receiver; each no needs a reason. Who sent it is told either way. */
export async function answerPoint(work: Work, id: string, said: Body<'answerPoint'>) {
  const point = await work.find(pointById(id))
  if (!point) {
    if (await work.ask<boolean>(sql`referrals.colleague_answered(${id})`))
      throw new Refusal(409, 'referrals:point-already-answered')
    throw notFound()
  }
  const reason = 'reason' in said ? said.reason : null
  if (reason) await mustBeReason(work, reason, said.answer === 'declined' ? 'refuse' : 'return', said.words)
  const ahead = ('ahead' in said && said.ahead) || null
  if (ahead) await mustBeReason(work, ahead, 'ahead', said.words)
  const expected = 'expectedOn' in said ? said.expectedOn : null
  const offer = said.answer === 'changed' ? said : undefined
  if (offer?.starts && offer.ends && offer.ends < offer.starts)
    throw new Refusal(400, 'referrals:ends-before-it-starts', { field: 'ends' })
  await mustBeAhead(work, expected)
  // Before the change: what is declined is closed to us afterwards.
  await record(work, said.answer, id, point, { reason, words: said.words })
  const obstacle = await work.ask<
    string | null
  >(sql`referrals.answer_point(${id}, ${work.expectedVersion ?? point.version}, ${said.answer}, ${reason},
      ${said.words || null}, ${expected}::date, ${('handledBy' in said && said.handledBy) || null}::uuid,
      ${offer?.what ?? null}, ${offer?.frequency || null}, ${offer?.starts ?? null}::date, ${offer?.ends ?? null}::date,
      ${('serviceId' in said && said.serviceId) || null}::uuid, ${ahead})`)
  orRefuse('referrals', obstacle, fieldOf(obstacle))
  return {}
}

/** At which field of its form an obstacle stands. */
export const fieldOf = (obstacle: string | null) => (obstacle ? fields[obstacle] : undefined)
const fields: Record<string, string> = {
  'works-elsewhere': 'handledBy',
  'others-wait-before': 'ahead',
  'no-place-left': 'serviceId',
  'no-such-service': 'serviceId',
  'unknown-reason': 'reason',
  'reason-needs-words': 'words',
  'day-is-over': 'expectedOn',
  'day-to-come': 'on',
}

/** Says that it has begun, how it goes, or what came of it. */
export const beginPoint = (work: Work, id: string, given: Body<'beginPoint'>) =>
  takeStep(work, id, 'begun', given)
export const tellPoint = (work: Work, id: string, { words, expectedOn }: Body<'tellPoint'>) =>
  takeStep(work, id, 'told', { words, expectedOn })
export const finishPoint = (work: Work, id: string, { on, outcome, words }: Body<'finishPoint'>) =>
  takeStep(work, id, 'ended', { on, outcome, words })

type Step = {
  on?: string
  outcome?: string
  words?: string | undefined
  expectedOn?: string | undefined
  serviceId?: string | undefined
  ahead?: string | undefined
}

async function takeStep(
  work: Work,
  id: string,
  step: string,
  { on, outcome, words, expectedOn, serviceId, ahead }: Step,
) {
  const point = await work.mustFind(pointById(id))
  if (on && on > (await work.today())) throw new Refusal(400, 'referrals:day-to-come', { field: 'on' })
  await mustBeAhead(work, expectedOn)
  if (ahead) await mustBeReason(work, ahead, 'ahead', words)
  await record(work, step, id, point, { outcome, words })
  const obstacle = await work.ask<
    string | null
  >(sql`referrals.take_step(${id}, ${work.expectedVersion ?? point.version}, ${step}, ${on ?? null}::date,
      ${outcome ?? null}, ${words || null}, ${expectedOn ?? null}::date, ${serviceId ?? null}::uuid, ${ahead ?? null})`)
  orRefuse('referrals', obstacle, fieldOf(obstacle))
  return {}
}

async function mustBeAhead(work: Work, expectedOn: string | null | undefined) {
  if (expectedOn && expectedOn < (await work.today()))
    throw new Refusal(400, 'referrals:day-is-over', { field: 'expectedOn' })
}

/** 400 when a reason is none of its kind, or needs words. */
export async function mustBeReason(
  work: Work,
  reason: string,
  kind: 'refuse' | 'return' | 'withdraw' | 'ahead',
  words?: string,
) {
  const known = await work.find(sql<{ needsText: boolean | null }>`
    select needs_text as "needsText" from referrals.reason where code = ${reason} and kind = ${kind}`)
  if (!known)
    throw new Refusal(400, 'referrals:unknown-reason', { field: kind === 'ahead' ? 'ahead' : 'reason' })
  if (known.needsText && !words) throw new Refusal(400, 'referrals:reason-needs-words', { field: 'words' })
}
