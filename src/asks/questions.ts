import { sql } from 'kysely'
import type { z } from 'zod'
import type { asksContract } from './contract.ts'

export const remindableIn = (scopeId: string) => sql<z.output<typeof asksContract.remindable.answer>[number]>`
  select r.id, r.subject_id as "aboutId", r.reminded_on as "remindedOn", r.against from asks.remindable(${scopeId}) r`

export const placeOf = (id: string) => sql<z.output<typeof asksContract.place.answer>>`
  select p.kind, p.subject_id as "aboutId", p.scope_id as "scopeId", p.side from asks.place_of(${id}) p`

export const myWish = sql<z.output<typeof asksContract.wish.answer>>`
  select w.at_once as "atOnce", w.hour, w.every_day as "everyDay" from asks.my_wish() w`
