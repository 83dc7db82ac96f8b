import { sql } from 'kysely'
import type { z } from 'zod'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { addDays } from '../platform/texts/dates.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'
import type { referralsContract } from './contract.ts'

type Given = z.output<typeof referralsContract.sendReferral.body>

/** The longest a basis may hold, in days: a school year and its holidays. */
const longestBasis = 366

/**
 * Refers somebody to another institution. What the receiver reads before and after it takes something on are rows of their
 * own; whoever the sender keeps from it reads neither.
 */
export async function sendReferral(work: Work, referral: Given) {
  const { to, outside } = referral
  if (Boolean(to) === Boolean(outside)) throw new Refusal(400, 'referrals:to-whom', { field: 'to' })
  if (!(await work.ask<boolean>(sql`referrals.hold_way(${referral.partnershipId}, ${to ?? null}::uuid)`)))
    throw new Refusal(409, 'referrals:cannot-be-asked', { field: 'to' })
  await mustBeCommune(work, referral.commune, 'commune')
  await mustHaveBasis(work, referral)
  await mustNotSpeakOfViolence(work, referral.points)
  const { id } = referral
  await work.db
    .insertInto('referrals.referral')
    .values({
      id,
      scope_id: id,
      partnership_id: referral.partnershipId,
      from_institution_id: work.actor.institutionId,
      sent_by: work.actor.workerId,
      to_institution_id: to ?? null,
      outside: outside?.name ?? null,
      outside_address: outside?.address || null,
      about_as: referral.aboutAs,
      age: referral.age,
      commune: referral.commune,
      urgency: referral.urgency,
      basis: referral.basis,
      basis_until: referral.until,
    })
    .execute()
  await work.db
    .insertInto('referrals.particulars')
    .values({
      referral_id: id,
      scope_id: id,
      who: referral.who,
      phone: referral.phone || null,
      phone_of: referral.phoneOf || null,
      phone_hours: referral.phoneHours || null,
      words: referral.words,
      ...(referral.basis === 'law'
        ? { law: referral.law }
        : { agreed_form: referral.agreedForm, agreed_on: referral.agreedOn }),
      ...(referral.basis === 'representative' && {
        agreed_by: referral.agreedBy,
        agreed_as: referral.agreedAs,
      }),
    })
    .execute()
  // The last day for an answer is counted by the house.
  await sql`insert into referrals.point (id, referral_id, scope_id, n, what, service_kind)
    select p.id, ${id}, ${id}, p.n, p.what, p.kind
    from unnest(${referral.points.map((point) => point.id)}::uuid[], ${referral.points.map(({ what }) => what)}::text[],
      ${referral.points.map(({ serviceKind }) => serviceKind ?? null)}::text[]) with ordinality p (id, what, kind, n)`.execute(
    work.db,
  )
  if (to)
    orRefuse(
      'referrals',
      await work.ask(sql`referrals.keep_from(${id}, ${referral.keptFrom ?? []}::uuid[])`),
      'keptFrom',
    )
  await work.record({ verb: 'referral.sent', subjectId: id, scopeId: id, aboutId: id })
  return { id }
}

/** 400 for a kind of help of class violence: its procedure has a way of its own. */
async function mustNotSpeakOfViolence(work: Work, points: Given['points']) {
  const kinds = points.flatMap(({ serviceKind }) => serviceKind ?? [])
  if (!kinds.length) return
  const speaks = await work.find(
    sql`select from directory.service_kind where code = any (${kinds}) and class = 'violence'`,
  )
  if (speaks) throw new Refusal(400, 'referrals:kind-of-violence', { field: 'points' })
}

/** 400 at the field where it is not said who agreed and how, or by which law it is passed on. */
async function mustHaveBasis(work: Work, given: Given) {
  const needed = {
    person: ['agreedForm', 'agreedOn'],
    representative: ['agreedBy', 'agreedAs', 'agreedForm', 'agreedOn'],
    law: ['law'],
  } as const
  const lacks = needed[given.basis].find((name) => !given[name])
  if (lacks) throw new Refusal(400, 'referrals:basis-unsaid', { field: lacks })
  const today = await work.today()
  if (given.basis !== 'law' && given.agreedOn! > today)
    throw new Refusal(400, 'referrals:basis-in-the-future', { field: 'agreedOn' })
  if (given.until < today || given.until > addDays(today, longestBasis))
    throw new Refusal(400, 'referrals:basis-too-long', { field: 'until' })
}
