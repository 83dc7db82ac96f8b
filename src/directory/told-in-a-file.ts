import type { broughtFields, Said } from './contract.ts'
import type { Codes, Places } from './found-here.ts'
import type { Entity } from './hsds-tables.ts'
import type { Fault, WhyNot } from './plan-import.ts'

// What an entity of the standard tells of a service, in the fields of an entry.

export type Field = (typeof broughtFields)[number]
/** What the standard tells of a service, as far as a file tells it; what it does not tell stays as it is. */
export type Told = Partial<Pick<Said, Exclude<Field, 'closed'>>> & { closed?: boolean }

export const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
export const list = (value: unknown) => (Array.isArray(value) ? (value as Entity[]) : undefined)
const folded = (value: unknown) => text(value).toLowerCase()

type Telling = {
  codes: Codes
  /** Fields of which something could not be read. */
  partly: Set<Field>
  places: Places
  fault: (why: WhyNot, left: Fault['left'], value?: unknown, where?: Entity) => void
}

/** What is told of a service; what cannot be read is a fault. */
export function toldOf(service: Entity, telling: Telling): Told {
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
