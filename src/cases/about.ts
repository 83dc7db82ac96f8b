import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'

/** Whom people of my institution mostly write about, where neither writer nor domain says it; null: everybody. */
export const whomWeWriteAbout = (work: Work) =>
  work.ask<
    string | null
  >(sql`(select k.whom from institutions.institution i join institutions.institution_kind k on k.code = i.kind
    where i.id = ${work.actor.institutionId})`)

/** Adults, children, or everybody of the household whom a case is about. */
export const peopleOf = async (work: Work, scopeId: string, whom: string | null) =>
  (await work.ask<string[] | null>(sql`cases.people(${scopeId}, ${whom})`)) ?? []
