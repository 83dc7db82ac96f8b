import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { addDays } from '../platform/texts/dates.ts'
import type { partnershipsContract } from './contract.ts'
import { answerTimesOf } from './questions.ts'

export type AnswerTimes = z.output<typeof partnershipsContract.answerTimes.answer>

export type Over = keyof typeof daysOf
const daysOf = { quarter: 91, 'half-year': 182, year: 365 }

/**
 * How long one waits for answers, of a partnership or (null) of my own institution: told to who heads what is told of. 404 for
 * everybody else.
 */
export async function answerTimes(
  work: Work,
  partnershipId: string | null,
  over: Over,
): Promise<AnswerTimes> {
  const since = addDays(await work.today(), -daysOf[over])
  const told = (await work.all(answerTimesOf(partnershipId, since))).map(
    ({ awayDays, completingDays, ownDays, ...row }) => {
      const beside = { away: inWord(awayDays, ownDays), completing: inWord(completingDays, ownDays) }
      return { ...row, ...beside, step: stepOf({ ...row, ...beside }) }
    },
  )
  if (told.length === 0) throw notFound()
  const agreedDays = partnershipId
    ? await work.ask<number>(sql`partnerships.usual_answer_days(${partnershipId})`)
    : await work.ask<number>(sql`partnerships.answer_days_otherwise()`)
  const times = ({
    id,
    name,
    shortName,
    kind,
    ofKind,
    membershipId,
    says,
    mine,
    ...rest
  }: (typeof told)[number]) => rest
  const ofKind = (row: (typeof told)[number]) => (row.ofKind ? [{ ...times(row), kind: row.ofKind }] : [])
  const together = told.find(({ id, ofKind }) => id === null && ofKind === null)
  return {
    since,
    agreedDays,
    all: together ? { ...times(together), away: null, completing: null } : null,
    kinds: told.filter(({ id }) => id === null).flatMap(ofKind),
    institutions: told.flatMap(({ id, ofKind, ...row }) => (id === null || ofKind ? [] : [{ id, ...row }])),
    mine: told.filter(({ id }) => id !== null).flatMap(ofKind),
  }
}

type Told = AnswerTimes['institutions'][number]

/** Days that were not theirs: many, when they are more than a quarter of their own. */
const inWord = (days: number | null, ownDays: number | null): Told['away'] =>
  days ? (days > (ownDays ?? 0) / 4 ? 'much' : 'some') : null

/** What may help where answers come late, by what the days were made of; no blame. */
function stepOf({
  median,
  agreed,
  inHours,
  away,
  completing,
}: Pick<Told, 'median' | 'agreed' | 'inHours' | 'away' | 'completing'>): Told['step'] {
  if (inHours || median === null || agreed === null || median <= agreed) return null
  if (completing === 'much') return 'complete'
  if (away === 'much') return 'cover'
  return 'talk'
}
