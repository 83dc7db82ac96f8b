import { sql } from 'kysely'
import type { z } from 'zod'
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
