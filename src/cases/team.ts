import { sql } from 'kysely'
import type { z } from 'zod'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { casesContract } from './contract.ts'

const nameOf = (work: Work, workerId: string) =>
  work.mustFind(sql<{ name: string; institution: string }>`
    select w.given_name || ' ' || w.family_name as name, i.name as institution
    from institutions.worker w join institutions.institution i on i.id = w.institution_id where w.id = ${workerId}`)

/** Asks workers into the team of a case, all or nobody; the coordinator's deed. */
export async function invite(
  work: Work,
  caseId: string,
  { people, asked }: z.output<typeof casesContract.invite.body>,
) {
  for (const [i, { id, workerId, part }] of people.entries()) {
    const whom = await nameOf(work, workerId)
    orRefuse(
      'cases',
      await work.ask(sql`cases.invite(${id}, ${caseId}, ${workerId}, ${part || null}, ${asked || null})`),
      `people.${i}.workerId`,
    )
    await work.record({ verb: 'team.invited', subjectId: id, scopeId: caseId, class: 'team', values: whom })
  }
  return {}
}

/** The invited worker answers; a refusal has a reason, and the coordinator reads it. */
export async function answerInvitation(
  work: Work,
  memberId: string,
  said: { answer: 'accepted' } | { answer: 'declined'; reason: string },
) {
  const part = await work.mustFind(
    sql<{ caseId: string }>`select case_id as "caseId" from cases.team_member where id = ${memberId}`,
  )
  // Before the change: who declines sees the case no longer.
  await work.record({
    verb: `team.${said.answer}`,
    subjectId: memberId,
    scopeId: part.caseId,
    class: 'team',
    values: 'reason' in said ? { reason: said.reason } : {},
  })
  orRefuse(
    'cases',
    await work.ask(
      sql`cases.answer_invitation(${memberId}, ${said.answer}, ${'reason' in said ? said.reason : null})`,
    ),
  )
  return {}
}

/** Hands an invitation to a colleague, by who answers for the institution. */
export async function delegateInvitation(
  work: Work,
  memberId: string,
  { id, workerId }: { id: string; workerId: string },
) {
  const part = await work.mustFind(
    sql<{ caseId: string }>`select case_id as "caseId" from cases.team_member where id = ${memberId}`,
  )
  await work.record({
    verb: 'team.delegated',
    subjectId: id,
    scopeId: part.caseId,
    class: 'team',
    values: await nameOf(work, workerId),
  })
  orRefuse('cases', await work.ask(sql`cases.delegate_invitation(${memberId}, ${id}, ${workerId})`))
  return {}
}

/** Leaves the team, or (the coordinator) ends another's part or takes an invitation back. */
export async function endPart(work: Work, caseId: string, memberId: string, because: string) {
  const part = await work.mustFind(sql<{ workerId: string }>`
    select worker_id as "workerId" from cases.team_member where id = ${memberId} and case_id = ${caseId}`)
  await work.record({
    verb: 'team.left',
    subjectId: memberId,
    scopeId: caseId,
    class: 'team',
    values: { ...(await nameOf(work, part.workerId)), because },
  })
  orRefuse('cases', await work.ask(sql`cases.end_part(${memberId}, ${because})`))
  return {}
}

/** Excludes a worker from a case: kin, neighbour. Only the coordinator and the head read that it happened. */
export async function exclude(
  work: Work,
  caseId: string,
  { id, workerId, kind }: { id: string; workerId: string; kind: string },
) {
  await nameOf(work, workerId)
  await work.record({ verb: 'worker.excluded', subjectId: id, scopeId: caseId, class: 'coordinate' })
  orRefuse('cases', await work.ask(sql`cases.exclude(${id}, ${caseId}, ${workerId}, ${kind})`))
  return {}
}

/**
 * Lifts an exclusion that was a mistake. Who was excluded gets nothing back by it and hears nothing of it; they may be
 * invited again.
 */
export async function liftExclusion(work: Work, caseId: string, exclusionId: string, because: string) {
  await work.record({
    verb: 'exclusion.lifted',
    subjectId: exclusionId,
    scopeId: caseId,
    class: 'coordinate',
    values: { because },
  })
  orRefuse('cases', await work.ask(sql`cases.lift_exclusion(${caseId}, ${exclusionId}, ${because})`))
  return {}
}
