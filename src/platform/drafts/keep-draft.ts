import { sql } from 'kysely'
import { z } from 'zod'
import { notFound } from '../http/problem.ts'
import type { Work } from '../http/work.ts'
import { seal } from '../keys.ts'

/** What is chosen in a form, of which some may be the family that it is about. */
const idsIn = (content: Record<string, unknown>) =>
  Object.values(content).filter((value) => z.uuid().safeParse(value).success)

export const keyOf = (work: Work) => work.surroundings.keys.for('drafts')

/** Keeps what somebody has typed into a form so far, encrypted, in place of what they kept there before. */
export async function keepDraft(work: Work, form: string, content: Record<string, unknown>) {
  const kept = await work.ask<boolean>(
    sql`drafts.keep(${form}, ${idsIn(content)}::uuid[], ${seal(keyOf(work), JSON.stringify(content))})`,
  )
  if (!kept) throw notFound()
  return {}
}
