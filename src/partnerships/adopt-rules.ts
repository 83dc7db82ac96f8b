import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { Answer } from './questions.ts'
import { mustLead, recordIn } from './standing.ts'

type Rules = Omit<Answer<'rules'>[number], 'current' | 'secretary' | 'dangerNext'> & {
  secretaryId?: string | undefined
  dangerNext: string[]
}

/** Records the rules of work as the partnership adopted them; they hold from now on, in place of earlier ones. */
export async function adoptRules(work: Work, partnershipId: string, rules: Rules) {
  await mustLead(work, partnershipId)
  if (rules.adoptedOn > (await work.today()))
    throw new Refusal(409, 'partnerships:in-the-future', { field: 'adoptedOn' })
  if (rules.deputyToldAfter > rules.headToldAfter || rules.headToldAfter > rules.leaderToldAfter)
    throw new Refusal(409, 'partnerships:silence-out-of-order', { field: 'headToldAfter' })
  if (rules.secretaryId) {
    const partner =
      await work.find(sql`select from institutions.worker w join partnerships.membership m on m.institution_id = w.institution_id
      where w.id = ${rules.secretaryId} and w.period @> now() and m.partnership_id = ${partnershipId} and m.left_because is null`)
    if (!partner) throw new Refusal(409, 'partnerships:not-a-partner', { field: 'secretaryId' })
  }
  const members = await work.all(sql<{ id: string }>`
    select institution_id as id from partnerships.membership
    where partnership_id = ${partnershipId} and institution_id = any (${rules.dangerNext}::uuid[]) and left_because is null`)
  if (members.length < rules.dangerNext.length || new Set(rules.dangerNext).size < rules.dangerNext.length)
    throw new Refusal(409, 'partnerships:not-a-partner', { field: 'dangerNext' })
  await recordIn(work, partnershipId, 'rules.adopted', rules.id, { on: rules.adoptedOn })
  await sql`update partnerships.rules_of_work set period = tstzrange(lower(period), greatest(now(), lower(period)))
    where partnership_id = ${partnershipId} and period @> now()`.execute(work.db)
  await sql`insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent,
      answer_days_usual, review_every_months, meeting_every_months, text, secretary_id, quorum, invite_days_before, notice_days,
      deputy_told_after, head_told_after, leader_told_after, danger_minutes, danger_next)
    values (${rules.id}, ${partnershipId}, tstzrange(now(), null), ${rules.adoptedOn}, ${rules.answerDaysImmediate}, ${rules.answerDaysUrgent},
      ${rules.answerDaysUsual}, ${rules.reviewEveryMonths}, ${rules.meetingEveryMonths}, ${rules.provisions.join('\n')},
      ${rules.secretaryId ?? null}, ${rules.quorum}, ${rules.inviteDaysBefore}, ${rules.noticeDays}, ${rules.deputyToldAfter},
      ${rules.headToldAfter}, ${rules.leaderToldAfter}, ${rules.dangerMinutes}, ${rules.dangerNext})`.execute(
    work.db,
  )
  return { id: rules.id }
}
