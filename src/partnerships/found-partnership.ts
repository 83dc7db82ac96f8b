import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommunes } from '../territory/must-be-commune.ts'
import { mustLead, recordIn } from './standing.ts'

type Names = {
  name: string
  teamName?: string | undefined
  taskTeamName?: string | undefined
  planName?: string | undefined
}

/**
 * Founds a partnership that the worker's institution leads. Founding is the leading institution's own declaration of
 * accession; it becomes a member with the agreement, like the others.
 */
export async function foundPartnership(
  work: Work,
  given: Names & {
    id: string
    membershipId: string
    variant: string
    area: string[]
    contributes?: string | undefined
  },
) {
  const { institutionId, workerId } = work.actor
  if ((await work.ask(sql`institutions.i_head_myself()`)) !== institutionId)
    throw new Refusal(403, 'partnerships:only-a-head')
  await mustBeCommunes(work, given.area, 'area')
  await sql`insert into partnerships.partnership (id, name, variant, tier, leading_institution_id, team_name, task_team_name, plan_name)
    values (${given.id}, ${given.name}, ${given.variant}, 'commune_county', ${institutionId},
      ${given.teamName || null}, ${given.taskTeamName || null}, ${given.planName || null})`.execute(work.db)
  await sql`insert into partnerships.area (partnership_id, terc) select ${given.id}, unnest(${given.area}::text[])`.execute(
    work.db,
  )
  await sql`insert into partnerships.membership (id, partnership_id, institution_id)
    values (${given.membershipId}, ${given.id}, ${institutionId})`.execute(work.db)
  await sql`update partnerships.membership set declared_on = splot.today_pl(), declared_by = ${workerId}, declaration_how = 'in_app',
    contributes = ${given.contributes || null} where id = ${given.membershipId}`.execute(work.db)
  await recordIn(work, given.id, 'partnership.founded', given.id, {
    name: given.name,
    variant: given.variant,
  })
  return { id: given.id }
}

/** Changes what the partnership, its teams and its plan are called. */
export async function renamePartnership(work: Work, id: string, names: Names) {
  await mustLead(work, id)
  await recordIn(work, id, 'partnership.renamed', id, names)
  await work.change('partnerships.partnership', id, {
    name: names.name,
    team_name: names.teamName || null,
    task_team_name: names.taskTeamName || null,
    plan_name: names.planName || null,
  })
  return {}
}
