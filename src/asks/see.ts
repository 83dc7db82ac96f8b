import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'

/** Notes that I saw what waits for my answer: one ask by its subject, or those of some kinds in a scope. */
export const see = (work: Work, kind: string | string[], where: string) =>
  work.write(sql`select asks.see(k, ${where}) from unnest(${[kind].flat()}::text[]) k`)
