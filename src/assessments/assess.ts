import { sql } from 'kysely'
import type { z } from 'zod'
import { changedMeanwhile, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { assessmentsContract } from './contract.ts'
import { aboutAsSeen, aboutByDefault, assessmentsOf } from './questions.ts'

type Body<Name extends 'openAssessment' | 'enterView' | 'agree' | 'fix'> = z.output<
  (typeof assessmentsContract)[Name]['body']
>

const open = (scopeId: string, id: string) => sql<{ fixed: boolean }>`
  select fixed_at is not null as fixed from assessments.assessment where id = ${id} and scope_id = ${scopeId}`

type Known = { id: string; version: number; held: Record<string, unknown> }

/** 409 with what is there, for whoever begins what somebody else has begun meanwhile and has not seen it yet. */
function mustHaveSeen(work: Work, id: string, known: Known | undefined) {
  if (known && known.id !== id && known.version !== work.expectedVersion) throw changedMeanwhile(known.held)
}

/** Opens a joint assessment: one at a time in a case. */
export async function openAssessment(work: Work, scopeId: string, { id, kind }: Body<'openAssessment'>) {
  const another = await work.find(
    sql`select from assessments.assessment where scope_id = ${scopeId} and fixed_at is null`,
  )
  if (another) throw new Refusal(409, 'assessments:assessment-already-open')
  await work.db
    .insertInto('assessments.assessment')
    .values({ id, scope_id: scopeId, kind, opened_by: work.actor.workerId })
    .execute()
  await work.record({ verb: 'assessment.opened', subjectId: id, scopeId, class: 'team', values: { kind } })
  return { id }
}

/**
 * Enters how an institution sees a domain, or how the family does, said through us. Nobody else reads it until it is
 * opened; the family's own view is open from the start to those who may read the domain.
 */
export async function enterView(
  work: Work,
  scopeId: string,
  assessmentId: string,
  viewId: string,
  view: Body<'enterView'>,
) {
  const { fixed } = await work.mustFind(open(scopeId, assessmentId))
  if (fixed) throw new Refusal(409, 'assessments:assessment-fixed')
  const { class: domainClass } = await work.mustFind(sql<{ class: string }>`
    select class from assessments.life_domain where code = ${view.domain}`)
  // In a domain there is one of each; whoever begins another meets the one that is there, and changes it once they saw it.
  const known = await work.find(sql<Known & { opened: boolean }>`
    select id, opened_at is not null as opened, version,
      jsonb_build_object('level', level, 'withoutLevel', without_level, 'strengths', strengths, 'barriers', barriers, 'words', words, 'version', version) as held
    from assessments.view where assessment_id = ${assessmentId} and (id = ${viewId} or domain = ${view.domain} and by_family = ${view.byFamily}
      and (by_family or institution_id = ${work.actor.institutionId}) and (class <> 'violence' or author_id = ${work.actor.workerId}))
    order by id = ${viewId} desc limit 1`)
  mustHaveSeen(work, viewId, known)
  const written = {
    level: view.level ?? null,
    without_level: view.withoutLevel ?? null,
    strengths: view.strengths || null,
    barriers: view.barriers || null,
    words: view.words || null,
    ...(view.about && { about: view.about }),
  }
  const entry = {
    subjectId: known?.id ?? viewId,
    scopeId,
    values: { domain: view.domain, level: view.level },
  }
  if (known) {
    await work.change('assessments.view', known.id, { ...written, written_at: new Date() })
  } else {
    await work.db
      .insertInto('assessments.view')
      .values({
        id: viewId,
        assessment_id: assessmentId,
        scope_id: scopeId,
        domain: view.domain,
        class: domainClass,
        by_family: view.byFamily,
        institution_id: work.actor.institutionId,
        author_id: work.actor.workerId,
        about: await work.ask<string[]>(
          view.byFamily
            ? aboutAsSeen(scopeId, assessmentId, view.domain, true)
            : aboutByDefault(scopeId, view.domain, true),
        ),
        ...written,
        opened_at: view.byFamily && domainClass !== 'violence' ? new Date() : null,
      })
      .execute()
  }
  if (domainClass !== 'violence')
    await work.record({
      verb: 'view.entered',
      class: view.byFamily || known?.opened ? domainClass : 'own',
      aboutId: work.actor.institutionId,
      fact: 'assessments.view',
      ...entry,
    })
  return { id: known?.id ?? viewId }
}

/** Opens views of one's institution to the team: those who hold a domain's class read them from now on. */
export async function openViews(work: Work, scopeId: string, assessmentId: string, views: string[]) {
  await work.mustFind(open(scopeId, assessmentId))
  const mine = await work.all(sql<{ id: string; domain: string; class: string }>`
    select id, domain, class from assessments.view
    where id = any (${views}) and assessment_id = ${assessmentId} and institution_id = ${work.actor.institutionId}
      and class <> 'violence' and opened_at is null`)
  if (!mine.length) return {}
  await sql`update assessments.view set opened_at = now(), version = version + 1 where id = any (${mine.map(({ id }) => id)})`.execute(
    work.db,
  )
  for (const view of mine)
    await work.record({
      verb: 'view.opened',
      subjectId: view.id,
      scopeId,
      class: view.class,
      aboutId: work.actor.institutionId,
      fact: 'assessments.view',
      values: { domain: view.domain },
    })
  return {}
}

/** Writes down what was agreed in a domain. */
export async function agree(
  work: Work,
  scopeId: string,
  assessmentId: string,
  agreedId: string,
  given: Body<'agree'>,
) {
  const kept = await keepLevel(work, scopeId, assessmentId, agreedId, given)
  await work.record({
    verb: 'level.agreed',
    subjectId: kept.id,
    scopeId,
    class: kept.class,
    fact: 'assessments.agreed',
    values: { domain: given.domain, level: given.level },
  })
  return { id: kept.id }
}

/**
 * Keeps the level of a domain in an open assessment; answers which it is and the domain's class. Level 1 in parenting or mental health
 * needs what is done today.
 */
export async function keepLevel(
  work: Work,
  scopeId: string,
  assessmentId: string,
  agreedId: string,
  given: Body<'agree'>,
): Promise<{ id: string; class: string }> {
  const { fixed } = await work.mustFind(open(scopeId, assessmentId))
  if (fixed) throw new Refusal(409, 'assessments:assessment-fixed')
  const domain = await work.mustFind(sql<{ class: string; needsToday: boolean }>`
    select class, coalesce(needs_today_at_one, false) as "needsToday" from assessments.life_domain where code = ${given.domain}`)
  if (domain.class === 'violence')
    throw new Refusal(409, 'assessments:safety-is-not-agreed', { field: 'domain' })
  if (given.level === 1 && domain.needsToday && !given.today)
    throw new Refusal(400, 'assessments:needs-today', { field: 'today' })
  const written = {
    level: given.level ?? null,
    without_level: given.withoutLevel ?? null,
    today: given.today || null,
    dissent: given.dissent || null,
    ...(given.about && { about: given.about }),
  }
  const known = await work.find(sql<Known>`
    select id, version, jsonb_build_object('level', level, 'withoutLevel', without_level, 'today', today, 'dissent', dissent, 'version', version) as held
    from assessments.agreed where assessment_id = ${assessmentId} and (id = ${agreedId} or domain = ${given.domain})
    order by id = ${agreedId} desc limit 1`)
  mustHaveSeen(work, agreedId, known)
  if (known) await work.change('assessments.agreed', known.id, written)
  else {
    await work.db
      .insertInto('assessments.agreed')
      .values({
        id: agreedId,
        assessment_id: assessmentId,
        scope_id: scopeId,
        domain: given.domain,
        class: domain.class,
        about: await work.ask<string[]>(aboutAsSeen(scopeId, assessmentId, given.domain, false)),
        ...written,
      })
      .execute()
  }
  return { id: known?.id ?? agreedId, class: domain.class }
}

/** Fixes the assessment, with the day and those present. */
export async function fixAssessment(
  work: Work,
  scopeId: string,
  assessmentId: string,
  { agreedOn, present }: Body<'fix'>,
) {
  await work.mustFind(open(scopeId, assessmentId))
  orRefuse(
    'assessments',
    await work.ask(sql`assessments.fix(${assessmentId}, ${agreedOn}::date, ${present}::text[])`),
  )
  await work.record({
    verb: 'assessment.fixed',
    subjectId: assessmentId,
    scopeId,
    class: 'team',
    values: { agreedOn },
  })
  return {}
}

export const readAssessments = (work: Work, scopeId: string) =>
  work.all(assessmentsOf(scopeId, work.actor.institutionId))
