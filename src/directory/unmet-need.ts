import { sql } from 'kysely'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'

type Need = {
  commune: string
  group?: string | undefined
  kind?: string | undefined
  problem?: string | undefined
  targetGroup?: string | undefined
}

/** Keeps that something is not there. The journal says nothing of it: it would join a worker with what a family lacks. */
export async function noteUnmetNeed(work: Work, { commune, group, kind, problem, targetGroup }: Need) {
  await mustBeCommune(work, commune, 'commune')
  if (!group && !kind && !problem) throw new Refusal(400, 'directory:nothing-said', { field: 'group' })
  orRefuse(
    'directory',
    await work.ask(
      sql`directory.note_unmet_need(${commune}, ${group ?? null}, ${kind ?? null}, ${problem ?? null}, ${targetGroup ?? null})`,
    ),
    'kind',
  )
  return {}
}
