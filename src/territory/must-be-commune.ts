import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** 400 at the field when a TERC number is not one of a commune. */
export async function mustBeCommune(work: Work, terc: string | null | undefined, field: string) {
  if (terc) await mustBeCommunes(work, [terc], field)
}

/** 400 at the field when one of several TERC numbers is not one of a commune. */
export async function mustBeCommunes(work: Work, tercs: string[], field: string) {
  const there = await work.all(
    sql`select from territory.unit where terc = any (${tercs}::text[]) and level = 'commune'`,
  )
  if (there.length !== new Set(tercs).size) throw new Refusal(400, 'territory:unknown-commune', { field })
}
