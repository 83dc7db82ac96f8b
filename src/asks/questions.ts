import { sql } from 'kysely'
import type { z } from 'zod'
import type { asksContract } from './contract.ts'

export const remindableIn = (scopeId: string) => sql<z.output<typeof asksContract.remindable.answer>[number]>`
  select r.id, r.subject_id as "aboutId", r.reminded_on as "remindedOn", r.against from asks.remindable(${scopeId}) r`
