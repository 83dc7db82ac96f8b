import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland } from '../platform/database/instants.ts'
import type { competenceContract } from './contract.ts'

type Answer = z.output<typeof competenceContract.competence.answer>

export const competenceRows = (partnershipId: string) => sql<Answer['rows'][number]>`
  select problem_kind as "problemKind", institution_kind as "institutionKind", part, law, note::jsonb as note, locked, own
  from competence.competence_of(${partnershipId})`

export const competenceChanges = (partnershipId: string) => sql<Answer['changes'][number]>`
  select c.id, c.problem_kind as "problemKind", c.institution_kind as "institutionKind", c.from_part as "from", c.to_part as "to",
    c.reason, w.given_name || ' ' || w.family_name as by, ${dayInPoland('c.changed_at')} as "on"
  from competence.competence_change c join institutions.worker w on w.id = c.changed_by
  where c.partnership_id = ${partnershipId} order by c.changed_at desc, c.id desc limit 50`
