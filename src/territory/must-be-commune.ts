import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** 400 at the field when a TERC number is not one of a commune. */
export async function mustBeCommune(work: Work, terc: string | null | undefined, field: string) {
  if (!terc) return
  const there = await work.find(sql`select from territory.unit where terc = ${terc} and level = 'commune'`)
  if (!there) throw new Refusal(400, 'territory:unknown-commune', { field })
}
