import { z } from 'zod'
import { day, id } from './http/contract.ts'

/**
 * Something that is due to whoever looks at My day, and that nobody asked them for: a task, a review, an agreement that
 * ends. `kind` says which folder tells it (`tells.ts`) and draws it (`pages/due.tsx`).
 */
export const due = z.object({
  kind: z.string(),
  id,
  scopeId: id.nullable(),
  /** Of a case: how its family is called, where I may know it, and its code. */
  family: z.string().nullable(),
  code: z.string().nullable(),
  what: z.string().nullable(),
  /** How it stands, in a word of its kind. */
  state: z.string().nullable(),
  due: day.nullable(),
})
export type Due = z.output<typeof due>
/** What a folder tells of it; the rest is known from the case. */
export type DueRow = Pick<Due, 'id' | 'scopeId' | 'what' | 'state' | 'due'>
