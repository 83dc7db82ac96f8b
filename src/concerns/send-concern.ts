import { sql } from 'kysely'
import type { z } from 'zod'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'
import type { concernsContract } from './contract.ts'

type Given = z.output<typeof concernsContract.sendConcern.body>

/**
 * Reports a family that must not be left alone. A concern of violence goes to the intake of the leading institution
 * alone, whatever else was chosen, and leaves no trace in a case (model.md, violence in step 1). A danger is told at once
 * to those who hear it (decision 015); whom the reporter keeps from it never reads it.
 */
export async function sendConcern(work: Work, concern: Given) {
  await work.mustFind(sql`select from partnerships.partnership where id = ${concern.partnershipId}`)
  const kinds = await work.all(sql<{ code: string; violence: boolean | null }>`
    select code, violence from partnerships.problem_kind where code = any (${concern.worries})
      and (valid_to is null or valid_to >= splot.today_pl())`)
  if (kinds.length < new Set(concern.worries).size)
    throw new Refusal(400, 'concerns:unknown-worry', { field: 'worries' })
  const violence = kinds.some((kind) => kind.violence)
  const way = await work.mustFind(sql<{ works: boolean; leads: string; member: boolean }>`
    select ${concern.partnershipId} in (select partnerships.i_work_in()) as works, h.leads, h.member
    from concerns.hold_way(${concern.partnershipId}, ${(!violence && concern.addressedTo) || null}) h`)
  if (!way.works) throw new Refusal(409, 'concerns:not-a-member')
  if (!way.member) throw new Refusal(409, 'concerns:not-a-member', { field: 'addressedTo' })
  await mustBeCommune(work, concern.commune, 'commune')
  await work.record({ verb: 'concern.sent', subjectId: concern.id })
  await work.db
    .insertInto('concerns.concern')
    .values({
      id: concern.id,
      partnership_id: concern.partnershipId,
      reporter_id: work.actor.workerId,
      reporter_institution_id: work.actor.institutionId,
      addressed_to: violence ? way.leads : (concern.addressedTo ?? way.leads),
      who: concern.who,
      commune: concern.commune,
      place: concern.place,
      worries: [...new Set(concern.worries)],
      what: concern.what,
      urgency: concern.urgency,
      family_knows: concern.familyKnows,
      done_so_far: concern.doneSoFar,
      violence,
    })
    .execute()
  if (concern.keptFrom?.length)
    orRefuse(
      'concerns',
      await work.ask(sql`concerns.keep_from(${concern.id}, ${concern.keptFrom})`),
      'keptFrom',
    )
  return { id: concern.id }
}
