import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import type { assessment, assessmentsContract } from './contract.ts'

/** Whom something in a life domain is about where its writer says nothing; of what is shared, the institution does not say it. */
export const aboutByDefault = (scopeId: string, domain: string, ours: boolean) =>
  sql<string[]>`assessments.about_by_default(${scopeId}, ${domain}, ${ours})`

/**
 * Whom the family's voice, or what is agreed, is about where nobody says: those whom institutions wrote about in that domain,
 * else as the domain says.
 */
export const aboutAsSeen = (scopeId: string, assessmentId: string, domain: string, ours: boolean) => sql<
  string[]
>`coalesce((
  select array_agg(distinct person order by person) from assessments.view v cross join unnest(v.about) person
  where v.assessment_id = ${assessmentId} and v.domain = ${domain} and not v.by_family
    and v.without_level is distinct from 'does_not_concern'), ${aboutByDefault(scopeId, domain, ours)})`

const byDefault = (scopeId: string, ours: boolean) => sql`
  jsonb_build_object('whom', cases.whom_by_default(d.whom, ${ours}), 'people', assessments.about_by_default(${scopeId}, d.code, ${ours}))`

export const aboutInDomains = (scopeId: string) => sql<
  z.output<typeof assessmentsContract.whomInDomains.answer>[number]
>`
  select d.code as domain, ${byDefault(scopeId, true)} as ours, ${byDefault(scopeId, false)} as shared
  from assessments.life_domain d order by d.code`

/** Assessments of a case with the views and agreed levels that I may read. */
export const assessmentsOf = (scopeId: string, institutionId: string) => sql<z.output<typeof assessment>>`
  select a.id, a.kind, ${atUtc('a.opened_at')} as "openedAt", ${atUtc('a.fixed_at')} as "fixedAt", a.agreed_on as "agreedOn", assessments.present(a.id) as present, a.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'domain', v.domain, 'byFamily', v.by_family, 'institutionId', v.institution_id,
        'institutionName', coalesce(i.short_name, i.name), 'authorName', coalesce(w.given_name || ' ' || w.family_name, '–'), 'level', v.level, 'withoutLevel', v.without_level,
        'about', v.about, 'strengths', v.strengths, 'barriers', v.barriers, 'words', v.words, 'opened', v.opened_at is not null,
        'mine', v.institution_id = ${institutionId}, 'readers', case when v.class <> 'violence' then cases.read_by(v.scope_id, v.class, v.institution_id, v.about, v.written_at) end, 'version', v.version) order by v.by_family desc, i.name, v.id)
      from assessments.view v join institutions.institution i on i.id = v.institution_id left join institutions.worker w on w.id = v.author_id
      where v.assessment_id = a.id), '[]') as views,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'domain', g.domain, 'level', g.level, 'withoutLevel', g.without_level,
        'about', g.about, 'today', g.today, 'dissent', g.dissent, 'version', g.version) order by g.id)
      from assessments.agreed g where g.assessment_id = a.id), '[]') as agreed
  from assessments.assessment a where a.scope_id = ${scopeId} order by a.opened_at desc, a.id`
