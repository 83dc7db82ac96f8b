import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland } from '../platform/database/instants.ts'
import type { Database } from '../platform/database/open.ts'
import type { Visit } from '../platform/http/visit.ts'
import { asNobody, digest } from './come-in.ts'
import type { guestsContract } from './contract.ts'

/** Where a guest that I may know belongs. */
export const guestPlace = (id: string) =>
  sql<{
    scopeId: string
    kind: string
    opens: string | null
    email: string
  }>`select scope_id as "scopeId", kind, opens, email from guests.guest where id = ${id}`

/** How far a guest `g` is on their way in. */
export const stateOfGuest = sql<z.output<typeof guestsContract.guest.answer>['state']>`
  case when g.refused_at is not null then 'refused' when g.ended_at is not null then 'gone' when g.confirmed_at is null then 'asked'
    when g.opened_at is not null then 'in' when guests.is_shut(g.id) then 'shut' else 'sent' end`

export const guestById = (id: string) => sql<z.output<typeof guestsContract.guest.answer>>`
  select g.id, g.kind, g.subject_id as "subjectId", g.name, g.role, g.institution, g.email,
    w.given_name || ' ' || w.family_name as "invitedBy", c.given_name || ' ' || c.family_name as confirmer, ${stateOfGuest} as state,
    g.confirmer_id = access.me() and coalesce(g.confirmed_at, g.refused_at, g.ended_at) is null as "iConfirm"
  from guests.guest g join institutions.worker w on w.id = g.invited_by join institutions.worker c on c.id = g.confirmer_id
  where g.id = ${id}`

type Visits = z.output<typeof guestsContract.visits.answer>

/** Which of the visits that a browser keeps open something now. */
export async function visitsOf(database: Database, all: Visit['all']): Promise<Visits> {
  if (!all.length) return []
  return asNobody(database, async (db) => {
    const { rows } = await sql<Visits[number]>`
      select k.id, v.kind, v."from", ${dayInPoland('v.opened_at')} as "openedOn"
      from unnest(${all.map(({ id }) => id)}::uuid[], ${all.map(({ kept }) => digest(kept))}::bytea[]) k (id, visit)
      cross join lateral guests.visits(k.visit) v order by v.opened_at desc`.execute(db)
    return rows
  })
}
