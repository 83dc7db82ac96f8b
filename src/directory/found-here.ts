import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import type { Entity } from './hsds-tables.ts'
import { list, text } from './told-in-a-file.ts'

// What the ids, names and places of a file are here.

type Ids = { given: string; id: string; state: 'mine' | 'free' | 'kept-by-another' | 'confidential' }
export type Codes = Record<'kind' | 'language' | 'accessibility' | 'area' | 'areaName', Map<string, string>>
/** The locality of each place of a service; null where it is not found. */
export type Places = Map<Entity, { commune: string; locality: string } | null>

/** Ids as they stand here; one that is no id, or that something else bears, becomes one of my own, the same each time. */
export async function idsOf(work: Work, services: Entity[]): Promise<Map<string, Ids>> {
  const given = [...new Set(services.map(({ id }) => text(id)).filter(Boolean))]
  const rows = await work.all(
    sql<Ids>`select given, id, state from directory.ids_for_import(${given}::text[])`,
  )
  const ids = new Map(rows.map((row) => [row.given, row]))
  const places = services.flatMap((service) =>
    (list(service.service_at_locations) ?? []).map((place, n) => ({
      place,
      given: text(place.id) || `${text(service.id)}/${n}`,
      service: ids.get(text(service.id))?.id ?? null,
    })),
  )
  const found = await work.all(sql<{ id: string }>`
    select id from directory.place_ids_for_import(${places.map((each) => each.given)}::text[], ${places.map(({ service }) => service)}::uuid[])`)
  for (const [i, { place }] of places.entries()) place.id = found[i]!.id
  return ids
}

/** What the standard and people call our codes. */
export async function codesOf(work: Work): Promise<Codes> {
  const rows = await work.all(sql<{ list: keyof Codes; word: string; code: string }>`
    select 'kind' as list, w as word, k.code from directory.service_kind k, unnest(array[k.code, k.pl, k.en, directory.derived_id('service_kind', k.code)::text]) w
    union all select 'language', w, k.code from directory.language k, unnest(array[k.code, k.pl, k.en]) w
    union all select 'accessibility', w, k.code from directory.accessibility k, unnest(array[k.code, k.pl, k.en]) w
    union all select 'area', u.terc, u.terc from territory.unit u
    union all select 'areaName', s.terc, s.name from territory.unit_state s where s.valid @> splot.today_pl()
    union all select 'area', min(s.name), min(s.terc) from territory.unit_state s where s.valid @> splot.today_pl() group by s.name having count(*) = 1`)
  const codes: Codes = {
    kind: new Map(),
    language: new Map(),
    accessibility: new Map(),
    area: new Map(),
    areaName: new Map(),
  }
  for (const { list: of, word, code } of rows) codes[of].set(word.toLowerCase(), code)
  return codes
}

/** The locality of each place: of the name of its city, the nearest to its point or in its county; else the nearest to it. */
export async function placesOf(work: Work, services: Entity[]): Promise<Places> {
  const all = services.flatMap((service) => list(service.service_at_locations) ?? [])
  const asked = all.map((place, n) => {
    const location = place.location as Entity | undefined
    const [address] = list(location?.addresses) ?? []
    const point = [location?.latitude, location?.longitude].map((each) => Number(text(each) || Number.NaN))
    const isHere = point[0]! > 48 && point[0]! < 56 && point[1]! > 13 && point[1]! < 25
    return {
      n,
      city: text(address?.city) || text(location?.name),
      county: text(address?.region) || null,
      latitude: isHere ? point[0] : null,
      longitude: isHere ? point[1] : null,
    }
  })
  const rows = await work.all(sql<{ commune: string | null; locality: string | null }>`
    with asked as materialized (
      select p.*, splot.folded(p.city) as called
      from jsonb_to_recordset(${JSON.stringify(asked)}) p (n int, city text, county text, latitude float8, longitude float8)),
    -- Read once, whatever the planner thinks of what follows.
    so_called as materialized (
      select l.id, l.name, l.commune, l.latitude, l.longitude, splot.folded(l.name) as called from territory.locality l
      where l.commune is not null and splot.folded(l.name) = any (array(select distinct called from asked))),
    towns as materialized (
      select l.*, splot.folded(c.name) as county from so_called l
        join territory.unit_state u on u.terc = l.commune and u.valid @> splot.today_pl()
        join territory.unit_state c on c.terc = u.parent and c.valid @> splot.today_pl())
    select coalesce(named.commune, near.commune) as commune, coalesce(named.name, near.name) as locality
    from asked p
    left join lateral (
      select l.commune, l.name from (
        select t.*, count(*) over () as many, directory.straight_km(t.latitude, t.longitude, p.latitude, p.longitude) as km
        from towns t where t.called = p.called and (p.latitude is not null or p.county is null or t.county = splot.folded(p.county))) l
      where l.km < 10 or p.latitude is null and l.many = 1 order by l.km, l.id limit 1) named on true
    left join lateral (
      select c.commune, c.name from (
        select l.commune, l.name, l.latitude, l.longitude from territory.locality l
        where l.commune is not null and named.commune is null and p.latitude is not null
        order by point(l.longitude * 0.62, l.latitude) <-> point(p.longitude * 0.62, p.latitude) limit 1) c
      where directory.straight_km(c.latitude, c.longitude, p.latitude, p.longitude) < 5) near on true
    order by p.n`)
  return new Map(
    all.map((place, i) => {
      const { commune, locality } = rows[i]!
      return [place, commune && locality ? { commune, locality } : null]
    }),
  )
}
