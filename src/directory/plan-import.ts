import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import { type Day, hour, numericDate } from '../platform/texts/dates.ts'
import type { Text } from '../platform/texts/server.ts'
import { type broughtFields, directoryContract, type Said, type whyNotBrought } from './contract.ts'
import type { Entity } from './hsds-tables.ts'
import { faultOf } from './put-service.ts'
import { keptEntries, type Whole } from './questions.ts'
import type { At, Brought } from './read-hsds.ts'

export type Field = (typeof broughtFields)[number]
/** What the standard tells of a service, as far as a file tells it; what it does not tell stays as it is. */
type Told = Partial<Pick<Said, Exclude<Field, 'closed'>>> & { closed?: boolean }
export type Change = { field: Field; before: string; after: string }
export type Planned = {
  id: string
  name: string
  state: 'new' | 'changed' | 'same'
  /** Of the entry as it stands; null of a new one. */
  version: number | null
  changes: Change[]
  said: Said
  closed: boolean
  organization: { id: string | null; name: string | null }
}
type WhyNot = (typeof whyNotBrought)[number]
export type Fault = At & { why: WhyNot; value: string; left: 'entry' | 'value' }
export type Plan = { entries: Planned[]; missing: { id: string; name: string }[]; faults: Fault[] }

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
const list = (value: unknown) => (Array.isArray(value) ? (value as Entity[]) : undefined)

type Ids = { given: string; id: string; state: 'mine' | 'free' | 'kept-by-another' | 'confidential' }
type Codes = Record<'kind' | 'language' | 'accessibility' | 'area' | 'areaName', Map<string, string>>

/** In what words a change is told. */
type Words = { text: Text; day: (day: Day) => string; area: (terc: string) => string }

/** By these two are compared: places may bear one name. */
const asCodes: Words = {
  text: (key, values) => key + JSON.stringify(values ?? ''),
  day: (day) => day,
  area: (terc) => terc,
}

/** What bringing these services would change among the entries that I keep; nothing is changed. */
export async function planImport(work: Work, { services, at, unread }: Brought): Promise<Plan> {
  const faults: Fault[] = unread.map((fault) => ({ ...fault, value: '', left: 'entry' }))
  const mine = new Map((await work.all(keptEntries)).map((entry) => [entry.id, entry]))
  const ids = await idsOf(work, services)
  const codes = await codesOf(work)
  const places = await placesOf(work, services)
  const words: Words = {
    text: work.text,
    day: (day) => numericDate(day, work.account.locale),
    area: (terc) => codes.areaName.get(terc) ?? terc,
  }
  const entries = new Map<string, Planned>()
  for (const service of services) {
    const fault = (why: WhyNot, left: Fault['left'], value: unknown = '', where: Entity = service) => {
      const place = at(where).line ? at(where) : at(service)
      faults.push({ ...place, why, value: text(value).slice(0, 200), left })
    }
    const { id, state } = ids.get(text(service.id)) ?? { id: '', state: 'free' as const }
    if (!id) fault('bad-value', 'entry', 'id')
    else if (state === 'kept-by-another' || state === 'confidential') fault(state, 'entry', service.name)
    else if (entries.has(id)) fault('twice', 'entry', service.name)
    else {
      const before = mine.get(id)
      const partly = new Set<Field>()
      const told = toldOf(service, { codes, places, partly, fault })
      // What stands there is not given up for what is read in part.
      if (before) for (const field of partly) delete told[field]
      const planned = entryOf(id, before, told, service, words)
      if (typeof planned === 'string') fault(planned, 'entry', service.name)
      else entries.set(id, planned)
    }
  }
  return {
    entries: [...entries.values()],
    missing: [...mine.values()]
      .filter((entry) => !entries.has(entry.id) && !entry.closedOn)
      .map(({ id, name }) => ({ id, name })),
    faults,
  }
}

function entryOf(
  id: string,
  before: Whole | undefined,
  told: Told,
  service: Entity,
  words: Words,
): Planned | WhyNot {
  const organization = service.organization as Entity | undefined
  const of = {
    id: text(service.organization_id) || text(organization?.id) || null,
    name: text(organization?.name) || null,
  }
  const { closed = Boolean(before?.closedOn), ...rest } = told
  if (!before && !rest.name) return 'no-name'
  if (!before && !rest.kind) return 'unknown-kind'
  const known = before && saidOf(before)
  const given = directoryContract.changeService.body.safeParse({ ...known, ...rest })
  if (!given.success) return 'bad-value'
  const said = given.data
  const cannot = faultOf(said)
  if (cannot) return cannot.code === 'unreachable' ? 'unreachable' : 'bad-hours'
  const changes = known ? differences(known, said, rest, Boolean(before.closedOn), closed, words) : []
  return {
    id,
    name: said.name,
    state: !before ? 'new' : changes.length ? 'changed' : 'same',
    version: before?.version ?? null,
    changes,
    said,
    closed,
    organization: of,
  }
}

function differences(
  before: Said,
  after: Said,
  told: Told,
  wasClosed: boolean,
  isClosed: boolean,
  words: Words,
): Change[] {
  const fields = (Object.keys(told) as Exclude<Field, 'closed'>[]).flatMap((field) => {
    if (shown(field, before, asCodes) === shown(field, after, asCodes)) return []
    return [{ field, before: shown(field, before, words), after: shown(field, after, words) }]
  })
  return wasClosed === isClosed
    ? fields
    : [...fields, { field: 'closed', before: String(wasClosed), after: String(isClosed) }]
}

/** A field in words that two people can compare; codes of lists stay codes. */
function shown(field: Exclude<Field, 'closed'>, said: Said, { text, day, area }: Words): string {
  if (field === 'phones')
    return said.phones
      .map(({ number, whose }) => [number, whose && `(${whose})`].filter(Boolean).join(' '))
      .join('; ')
  if (field === 'places')
    return said.places
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map(({ name, address, postalCode, locality, hours }) =>
        [
          [name, address, postalCode, locality].filter(Boolean).join(', '),
          hours
            .toSorted((a, b) => JSON.stringify(inOrder(a)).localeCompare(JSON.stringify(inOrder(b))))
            .map(({ weekday, nth, opens, closes, validFrom, validTo }) =>
              [
                text(`directory:day.${weekday}`),
                nth && `(${text(`directory:nth.${nth}`)})`,
                `${hour(opens)}–${hour(closes)}`,
                (validFrom || validTo) &&
                  text('directory:page.validFromTo', {
                    from: validFrom ? day(validFrom) : 'none',
                    to: validTo ? day(validTo) : 'none',
                  }),
              ]
                .filter(Boolean)
                .join(' '),
            )
            .join(', '),
        ].join(': '),
      )
      .join('; ')
  if (field === 'area')
    return said.area
      .map(area)
      .sort((a, b) => a.localeCompare(b, 'pl'))
      .join(', ')
  if (field === 'costGrosz') return said.costGrosz ? String(said.costGrosz / 100) : ''
  const value = said[field]
  return Array.isArray(value) ? value.toSorted().join(' ') : String(value ?? '')
}

const inOrder = ({
  weekday,
  opens,
  closes,
  nth,
  validFrom,
  validTo,
}: Said['places'][number]['hours'][number]) => [weekday, opens, closes, nth, validFrom, validTo]

/** An entry as it was written. */
export function saidOf(entry: Whole): Said {
  const { locations, area, closedOn: _, ...rest } = entry
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  const places = locations.map((place) => ({
    ...withoutNulls(place),
    hours: place.hours.map(withoutNulls),
  }))
  return directoryContract.changeService.body.parse({
    ...known,
    phones: entry.phones.map(withoutNulls),
    places,
    area: area.map(({ terc }) => terc),
  })
}
const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

type Telling = {
  codes: Codes
  /** Fields of which something could not be read. */
  partly: Set<Field>
  places: Map<Entity, { commune: string; locality: string } | null>
  fault: (why: WhyNot, left: Fault['left'], value?: unknown, where?: Entity) => void
}

function toldOf(service: Entity, telling: Telling): Told {
  const { codes, partly, fault } = telling
  const told: Told = {}
  const put = <Key extends Field>(field: Key, value: Told[Key] | '' | undefined) => {
    if (value !== undefined && value !== '') told[field] = value as Told[Key]
  }
  put('name', text(service.name))
  put('description', text(service.description))
  put('email', text(service.email))
  put('howToApply', text(service.application_process))
  put('forWhom', text(service.eligibility_description))
  const url = text(service.url)
  if (url && !/^https?:\/\//.test(url)) fault('bad-value', 'value', url)
  else put('website', url)
  for (const [field, value] of [
    ['minAge', text(service.minimum_age)],
    ['maxAge', text(service.maximum_age)],
  ] as const)
    if (value && !/^\d{1,3}(\.0+)?$/.test(value)) fault('bad-value', 'value', value)
    else if (value) told[field] = Number(value)
  const status = text(service.status)
  if (status) told.closed = !['active', 'temporarily closed'].includes(status)

  const [contact] = list(service.contacts) ?? []
  put('contactName', text(contact?.name))
  put('contactTitle', text(contact?.title))
  const papers = list(service.required_documents)
    ?.map(({ document }) => text(document))
    .filter(Boolean)
  put('needs', papers?.join('; '))
  tellCost(told, service)
  const kinds = (list(service.attributes) ?? []).map((attribute) => {
    const term = attribute.taxonomy_term as Entity | undefined
    const known = [attribute.taxonomy_term_id, term?.code, term?.name].map((each) =>
      codes.kind.get(folded(each)),
    )
    return known.find(Boolean)
  })
  put('kind', kinds.find(Boolean))

  const languages = list(service.languages)?.flatMap((row) => {
    const code = codes.language.get(folded(row.code)) ?? codes.language.get(folded(row.name))
    if (!code) {
      partly.add('languages')
      fault('unknown-language', 'value', row.name ?? row.code, row)
    }
    return code ?? []
  })
  if (languages?.length) told.languages = [...new Set(languages)]
  const phones = list(service.phones)?.map((row) => ({
    number: text(row.number),
    ...(text(row.description) && { whose: text(row.description) }),
  }))
  if (phones) told.phones = phones
  const area = list(service.service_areas)?.flatMap((row) => {
    const unit = codes.area.get(folded(row.extent)) ?? codes.area.get(folded(row.name))
    if (!unit) {
      partly.add('area')
      fault('unknown-area', 'value', row.name ?? row.extent, row)
    }
    return unit ?? []
  })
  if (area) told.area = [...new Set(area)]
  tellPlaces(told, service, telling)
  return told
}

function tellCost(told: Told, service: Entity) {
  const [option] = list(service.cost_options) ?? []
  if (!option) {
    if (text(service.fees_description) && !list(service.cost_options))
      told.costWords = text(service.fees_description).slice(0, 300)
    return
  }
  const amount = text(option.amount) === '' ? undefined : Number(option.amount)
  const said = (['free', 'paid', 'depends'] as const).find((each) => each === option.option)
  told.cost =
    said ?? (amount === undefined || Number.isNaN(amount) ? 'depends' : amount > 0 ? 'paid' : 'free')
  if (told.cost === 'paid' && amount) told.costGrosz = Math.round(amount * 100)
  if (text(option.amount_description)) told.costWords = text(option.amount_description)
}

function tellPlaces(told: Told, service: Entity, { codes, places, partly, fault }: Telling) {
  const given = list(service.service_at_locations)
  if (!given) return
  const loose = list(service.schedules) ?? []
  told.places = given.flatMap((place) => {
    const location = place.location as Entity | undefined
    const found = places.get(place)
    const [address] = list(location?.addresses) ?? []
    const city = text(address?.city)
    if (!found) {
      partly.add('places')
      fault('unknown-place', 'value', city || text(location?.name), place)
      return []
    }
    const written = (value: unknown) => (folded(value) === folded(city) ? '' : text(value))
    const schedules = list(place.schedules) ?? (given.length === 1 ? loose : [])
    const postalCode = text(address?.postal_code)
    return [
      {
        id: text(place.id),
        ...(written(location?.name) && { name: written(location?.name) }),
        commune: found.commune,
        locality: found.locality,
        ...(written(address?.address_1) && { address: written(address?.address_1) }),
        ...(/^\d{2}-\d{3}$/.test(postalCode) && { postalCode }),
        hours: schedules.flatMap((row) => {
          const hours = hoursOf(row)
          if (!hours.length) partly.add('places')
          if (!hours.length)
            fault('bad-hours', 'value', [row.byday, row.opens_at, row.closes_at].map(text).join(' '), row)
          return hours
        }),
      },
    ]
  })
  const access = given.flatMap(({ location }) => list((location as Entity | undefined)?.accessibility) ?? [])
  const codesOfAccess = access.flatMap((row) => {
    const code = codes.accessibility.get(folded(row.description))
    if (!code) {
      partly.add('accessibility')
      fault('unknown-accessibility', 'value', row.description, row)
    }
    return code ?? []
  })
  if (codesOfAccess.length) told.accessibility = [...new Set(codesOfAccess)]
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Hours of a rule of iCalendar (RFC 5545): each week, or on the first to fourth or the last of a month. */
function hoursOf(row: Entity): Said['places'][number]['hours'] {
  const [opens, closes] = [clockOf(row.opens_at), clockOf(row.closes_at)]
  const interval = text(row.interval) || '1'
  if (!opens || !closes || opens >= closes || interval !== '1') return []
  const days = text(row.byday)
    .split(',')
    .map((each) => /^(-?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each.trim().toUpperCase()))
  const [from, to] = [text(row.valid_from), text(row.valid_to)]
  return days.flatMap((found) => {
    const [, which, day] = found ?? []
    const nth = which === '-1' ? 5 : Number(which ?? 0)
    if (!day || nth < 0 || nth > 5 || (row.freq === 'MONTHLY') !== nth > 0) return []
    return [
      {
        weekday: weekdays.indexOf(day) + 1,
        ...(nth > 0 && { nth }),
        opens,
        closes,
        ...(from && { validFrom: from }),
        ...(to && { validTo: to }),
      },
    ]
  })
}

function clockOf(value: unknown): string | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)/.exec(text(value)) ?? []
  return hours && Number(hours) < 24 ? `${hours.padStart(2, '0')}:${minutes}` : undefined
}

const folded = (value: unknown) => text(value).toLowerCase()

/** Ids as they stand here; one that is no id, or that something else bears, becomes one of my own, the same each time. */
async function idsOf(work: Work, services: Entity[]): Promise<Map<string, Ids>> {
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
async function codesOf(work: Work): Promise<Codes> {
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
async function placesOf(work: Work, services: Entity[]): Promise<Telling['places']> {
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
