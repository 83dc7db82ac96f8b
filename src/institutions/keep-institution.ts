import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommunes } from '../territory/must-be-commune.ts'
import { myInstitution } from './questions.ts'

type Changes = {
  name: string
  shortName?: string | undefined
  locality?: string | undefined
  address?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  residents?: number | undefined
  area: string[]
}

/** Changes name, contact, area and residents of the institution that the worker heads. */
export async function changeInstitution(work: Work, { area, ...said }: Changes) {
  const mine = work.actor.institutionId
  await mustBeCommunes(work, area, 'area')
  await work.record({ verb: 'institution.changed', subjectId: mine, values: { ...said, area } })
  await work.change(
    'institutions.institution',
    mine,
    {
      name: said.name,
      short_name: said.shortName || null,
      locality: said.locality || null,
      address: said.address || null,
      phone: said.phone || null,
      email: said.email || null,
      residents: said.residents ?? null,
    },
    sql`select m.area from (${myInstitution}) m`,
  )
  await sql`delete from institutions.area where institution_id = ${mine} and terc <> all (${area}::text[])`.execute(
    work.db,
  )
  await sql`insert into institutions.area (institution_id, terc)
    select ${mine}, t from unnest(${area}::text[]) t
    where t not in (select terc from institutions.area where institution_id = ${mine})`.execute(work.db)
  return {}
}
