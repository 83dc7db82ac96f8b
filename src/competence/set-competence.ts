import { sql } from 'kysely'
import { mustLead, recordIn } from '../partnerships/standing.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

type Change = {
  id: string
  problemKind: string
  institutionKind: string
  part: 'leads' | 'must' | 'may' | 'none'
  reason: string
}

/**
 * Gives a kind of institution another part in a kind of problem, for this partnership, with the reason. What the law
 * demands is neither weakened nor given to another to lead. One kind leads: the one that led before may from now on.
 */
export async function setCompetence(work: Work, partnershipId: string, change: Change) {
  await mustLead(work, partnershipId)
  const proposal = await work.all(sql<{
    institutionKind: string
    part: string
    locked: boolean
    law: string | null
  }>`
    select institution_kind as "institutionKind", part, locked, law from competence.competence
    where partnership_id is null and problem_kind = ${change.problemKind}`)
  const lawOf = (row: { law: string | null }) => ({ law: row.law ?? '' })
  const demanded = proposal.find((row) => row.locked && row.institutionKind === change.institutionKind)
  if (demanded) throw new Refusal(409, 'competence:law-demands', { field: 'part', values: lawOf(demanded) })
  const leads = proposal.find((row) => row.locked && row.part === 'leads')
  if (leads && change.part === 'leads')
    throw new Refusal(409, 'competence:law-says-who-leads', { field: 'part', values: lawOf(leads) })
  const holds = await work.all(sql<{ institutionKind: string; part: string }>`
    select institution_kind as "institutionKind", part from competence.competence_of(${partnershipId})
    where problem_kind = ${change.problemKind}`)
  if (change.part === 'leads')
    for (const before of holds.filter(
      ({ institutionKind, part }) => part === 'leads' && institutionKind !== change.institutionKind,
    ))
      await put(work, partnershipId, { ...change, institutionKind: before.institutionKind, part: 'may' })
  await put(work, partnershipId, change)
  const from = holds.find(({ institutionKind }) => institutionKind === change.institutionKind)?.part ?? 'none'
  await sql`insert into competence.competence_change (id, partnership_id, problem_kind, institution_kind, from_part, to_part, reason, changed_by)
    values (${change.id}, ${partnershipId}, ${change.problemKind}, ${change.institutionKind}, ${from}, ${change.part}, ${change.reason},
      ${work.actor.workerId})`.execute(work.db)
  await recordIn(work, partnershipId, 'competence.set', change.id, {
    problemKind: change.problemKind,
    institutionKind: change.institutionKind,
    part: change.part,
  })
  return {}
}

/** The partnership's own row, which stands before the proposal. */
async function put(work: Work, partnershipId: string, { problemKind, institutionKind, part }: Change) {
  const { numAffectedRows } = await sql`update competence.competence set part = ${part}
    where partnership_id = ${partnershipId} and problem_kind = ${problemKind} and institution_kind = ${institutionKind}`.execute(
    work.db,
  )
  if (numAffectedRows) return
  await sql`insert into competence.competence (partnership_id, problem_kind, institution_kind, part, law)
    select ${partnershipId}, ${problemKind}, ${institutionKind}, ${part}, (select law from competence.competence
      where partnership_id is null and problem_kind = ${problemKind} and institution_kind = ${institutionKind})`.execute(
    work.db,
  )
}
