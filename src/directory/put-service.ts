import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { newId } from '../platform/web/newId.ts'
import { mustBeCommunes } from '../territory/must-be-commune.ts'
import type { Said } from './contract.ts'

type Given = Said & { id: string; organizationName?: string | undefined; partnershipId?: string | undefined }

/** Adds a service to the directory, by whoever keeps entries for their institution or for a partnership that it leads. */
export async function putService(work: Work, given: Given) {
  const keeping = await work.ask<string | null>(sql`directory.my_keeping()`)
  if (!keeping) throw new Refusal(403, 'directory:only-a-keeper')
  if (given.partnershipId) {
    const kept = await work.ask<boolean>(sql`${given.partnershipId} = any (directory.my_kept_partnerships())`)
    if (!kept) throw new Refusal(403, 'directory:only-a-keeper', { field: 'partnershipId' })
  }
  await mustHold(work, given)
  const organizationId = await organizationOf(work, keeping, given.organizationName)
  await work.db
    .insertInto('directory.service')
    .values({
      id: given.id,
      organization_id: organizationId,
      ...(given.partnershipId ? { partnership_id: given.partnershipId } : { institution_id: keeping }),
      added_by: work.actor.workerId,
      ...columnsOf(given),
    })
    .execute()
  await writeParts(work, given.id, given)
  await work.record({ verb: 'service.added', subjectId: given.id })
  return { id: given.id }
}

/** Changes a service; with it everything that is said of it holds from today. */
export async function changeService(work: Work, id: string, given: Said) {
  await work.mustFind(sql`select from directory.service where id = ${id}`)
  await mustHold(work, given)
  await work.record({ verb: 'service.changed', subjectId: id })
  await work.change('directory.service', id, { ...columnsOf(given), changed_at: sql`now()` })
  await rewriteParts(work, id, given)
  await sql`insert into directory.confirmation (id, service_id, confidential, confirmed_by)
    select ${newId()}, id, confidential, ${work.actor.workerId} from directory.service where id = ${id}`.execute(
    work.db,
  )
  return {}
}

/** Writes what a file tells of a service that I keep. It says nothing of whether the rest still holds, or who may find it. */
export async function replaceService(work: Work, id: string, given: Said) {
  const { confidential: _, ...columns } = columnsOf(given)
  await work.record({ verb: 'service.changed', subjectId: id })
  await work.db
    .updateTable('directory.service')
    .set({ ...columns, changed_at: sql`now()`, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  await rewriteParts(work, id, given)
}

async function rewriteParts(work: Work, id: string, given: Said) {
  for (const part of ['phone', 'service_at_location', 'service_area'])
    await sql`delete from ${sql.table(`directory.${part}`)} where service_id = ${id}`.execute(work.db)
  await writeParts(work, id, given)
}

/** The organization of my institution, or another one of this name that entries of my institution name already. */
async function organizationOf(work: Work, keeping: string, name: string | undefined): Promise<string> {
  const found = await work.find(
    name
      ? sql<{ id: string }>`select o.id from directory.organization o where o.name = ${name} and exists (
          select from directory.service s where s.organization_id = o.id and directory.i_keep(s.id)) limit 1`
      : sql<{ id: string }>`select directory.organization_of(${keeping}) as id`,
  )
  if (found) return found.id
  const id = newId()
  await sql`insert into directory.organization (id, name) values (${id}, ${name})`.execute(work.db)
  return id
}

/** 4xx at the field where what is said cannot be. */
async function mustHold(work: Work, given: Said) {
  await mustBeCommunes(
    work,
    given.area.filter((terc) => terc.length === 7),
    'area',
  )
  const fault = faultOf(given)
  if (fault) throw new Refusal(400, `directory:${fault.code}`, { field: fault.field })
  for (const [i, { commune, locality }] of given.places.entries()) {
    const known = await work.find(
      sql`select from territory.locality where commune = ${commune} and name = ${locality}`,
    )
    if (!known) throw new Refusal(400, 'directory:unknown-locality', { field: `places.${i}.locality` })
  }
}

/** What of it cannot be, whatever else there is. */
export function faultOf({ places, minAge, maxAge, phones, website, email, confidential }: Said) {
  if (minAge !== undefined && maxAge !== undefined && minAge > maxAge)
    return { code: 'ends-before-it-begins', field: 'maxAge' } as const
  if (!phones.length && (confidential || (!website && !email && !places.length)))
    return { code: 'unreachable', field: 'phones' } as const
  for (const [i, { hours }] of places.entries())
    for (const [h, { opens, closes, validFrom, validTo }] of hours.entries())
      if (opens >= closes || (validFrom && validTo && validFrom > validTo))
        return { code: 'ends-before-it-begins', field: `places.${i}.hours.${h}.closes` } as const
  return undefined
}

const columnsOf = (given: Said) => ({
  kind: given.kind,
  name: given.name,
  description: given.description || null,
  website: given.website || null,
  email: given.email || null,
  contact_name: given.contactName || null,
  contact_title: given.contactTitle || null,
  how_to_apply: given.howToApply || null,
  referred_by: given.referredBy,
  needs: given.needs || null,
  cost: given.cost,
  cost_grosz: given.cost === 'paid' ? (given.costGrosz ?? null) : null,
  cost_words: given.costWords || null,
  for_whom: given.forWhom || null,
  min_age: given.minAge ?? null,
  max_age: given.maxAge ?? null,
  target_groups: given.targetGroups,
  languages: given.languages,
  accessibility: given.accessibility,
  hours_words: given.hoursWords || null,
  own_transport: given.ownTransport,
  transport_words: given.ownTransport ? given.transportWords || null : null,
  neutral_place: given.neutralPlace,
  confidential: given.confidential,
})

/** Phones, places with their hours, and whom it serves; each marked as its service is. */
async function writeParts(work: Work, id: string, { phones, places, area }: Said) {
  await sql`insert into directory.phone (id, service_id, confidential, n, number, whose)
    select gen_random_uuid(), s.id, s.confidential, p.n, p.number, nullif(p.whose, '')
    from directory.service s, unnest(${phones.map(({ number }) => number)}::text[], ${phones.map(({ whose }) => whose ?? '')}::text[]) with ordinality p (number, whose, n)
    where s.id = ${id}`.execute(work.db)
  const lines = places.map(({ hours: _, ...place }, i) => ({ ...place, n: i + 1 }))
  await sql`insert into directory.service_at_location (id, location_id, service_id, confidential, n, name, commune, locality, address, postal_code, latitude, longitude)
    select p.id, p.id, s.id, s.confidential, p.n, nullif(p.name, ''), p.commune, p.locality, nullif(p.address, ''), nullif(p."postalCode", ''), l.latitude, l.longitude
    from directory.service s, jsonb_to_recordset(${JSON.stringify(lines)}) p (id uuid, n int, name text, commune text, locality text, address text, "postalCode" text)
    cross join lateral (select l.latitude, l.longitude from territory.locality l where l.commune = p.commune and l.name = p.locality order by l.id limit 1) l
    where s.id = ${id}`.execute(work.db)
  const hours = places.flatMap((place) => place.hours.map((each) => ({ ...each, at: place.id })))
  await sql`insert into directory.schedule (id, service_at_location_id, service_id, confidential, weekday, nth, opens, closes, valid_from, valid_to)
    select gen_random_uuid(), h.at, s.id, s.confidential, h.weekday, h.nth, h.opens, h.closes, h."validFrom", h."validTo"
    from directory.service s, jsonb_to_recordset(${JSON.stringify(hours)}) h (at uuid, weekday int, nth int, opens time, closes time, "validFrom" date, "validTo" date)
    where s.id = ${id}`.execute(work.db)
  await sql`insert into directory.service_area (service_id, confidential, terc)
    select s.id, s.confidential, u.terc from directory.service s, territory.unit u where s.id = ${id} and u.terc = any (${area}::text[])`.execute(
    work.db,
  )
}
