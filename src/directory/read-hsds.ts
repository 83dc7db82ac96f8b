import { parse } from 'csv-parse/sync'
import { type TableFile, textOf } from '../platform/files/tables.ts'
import { Refusal } from '../platform/http/problem.ts'
import { asMeant, type Entity, tables } from './hsds-tables.ts'
import { mostRows, tooManyRows } from './read-timetable.ts'

/** Where something stands in what was brought: its table, and the line in it; of JSON, which of the services. */
export type At = { file: string; line: number }
export type Brought = {
  services: Entity[]
  at: (entity: Entity) => At
  /** Rows that cannot be read, or that belong to nothing. */
  unread: (At & { why: 'unreadable' | 'without-service' })[]
}

/** More services than a county has: what brings more is no list of a keeper. */
const mostServices = 3000
/** Of all that is read. */
const mostBytes = 64 * 1024 * 1024

/**
 * Reads services in the standard: JSON (a list of services, a page of the API, or organizations with their services), or its
 * tabular files, one or several in a ZIP. In the shape of its API; what a file does not tell is not there.
 */
export async function readHsds(files: TableFile[]): Promise<Brought> {
  const texts = new Map<string, string>()
  const budget = { most: mostBytes, used: 0 }
  // One alone may be called anything; of several, what is no table of the standard is not read.
  const isRead = ({ name }: TableFile) =>
    /\.(csv|json|txt)$/.test(name) &&
    name !== 'datapackage.json' &&
    (files.length === 1 || name.endsWith('.json') || tableNamed(name))
  for (const file of files.filter(isRead)) texts.set(file.name, await textOf(file, budget))
  const json = [...texts.values()].find((text) => /^\s*[[{]/.test(text))
  const brought = json ? fromJson(json) : fromTables(texts)
  if (!brought.services.length) throw new Refusal(400, 'directory:no-services', { field: 'file' })
  if (brought.services.length > mostServices)
    throw new Refusal(413, 'directory:too-many-services', { field: 'file', values: { most: mostServices } })
  return brought
}

const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fromJson(text: string): Brought {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Refusal(400, 'directory:no-services', { field: 'file' })
  }
  const listed = isEntity(parsed) ? (parsed.contents ?? parsed.services ?? parsed) : parsed
  const services = [listed].flat().flatMap((item) => {
    if (!isEntity(item)) return []
    const { services: given, ...organization } = item
    return Array.isArray(given)
      ? given.filter(isEntity).map((service) => ({ organization, ...service }) as Entity)
      : [item]
  })
  const numbers = new Map(services.map((service, i) => [service, i + 1]))
  return { services, at: (entity) => ({ file: '', line: numbers.get(entity) ?? 0 }), unread: [] }
}

function fromTables(texts: Map<string, string>): Brought {
  const lines = new Map<Entity, At>()
  const unread: Brought['unread'] = []
  const read = new Map<string, Entity[]>()
  for (const [name, text] of texts) {
    const table = tableOf(name, text)
    // A table that came alone lost its ending on the way.
    if (table) read.set(table, rowsOf(name.endsWith('.csv') ? name : table, text, lines, unread))
  }
  const used = new Set<Entity>()
  /** Rows of a table that belong to a row by a column; nothing where the table was not brought. */
  const of = (table: string, column: string) => {
    const all = read.get(table)
    const grouped = all && Map.groupBy(all, (row) => row[column])
    return (id: unknown) => {
      const found = grouped?.get(id) ?? []
      for (const row of found) used.add(row)
      return grouped && { found }
    }
  }
  const organizations = of('organizations.csv', 'id')
  const locations = of('locations.csv', 'id')
  const addresses = of('addresses.csv', 'location_id')
  const accessibility = of('accessibility.csv', 'location_id')
  const terms = of('taxonomy_terms.csv', 'id')
  const attributes = of('attributes.csv', 'link_id')
  const schedulesThere = of('schedules.csv', 'service_at_location_id')
  const places = of('service_at_location.csv', 'service_id')
  const schedules = of('schedules.csv', 'service_id')
  const ofService = ['phones', 'service_areas', 'languages', 'cost_options', 'required_documents', 'contacts']
  const parts = ofService.map((part) => [part, of(`${part}.csv`, 'service_id')] as const)

  const told = (entity: Entity, more: Record<string, unknown>) =>
    Object.assign(entity, Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)))
  const services = (read.get('services.csv') ?? []).map((service) =>
    told(service, {
      organization: organizations(service.organization_id)?.found[0],
      ...Object.fromEntries(parts.map(([part, find]) => [part, find(service.id)?.found])),
      attributes: attributes(service.id)?.found.map((attribute) =>
        told(attribute, { taxonomy_term: terms(attribute.taxonomy_term_id)?.found[0] }),
      ),
      schedules: schedules(service.id)?.found.filter((schedule) => !schedule.service_at_location_id),
      service_at_locations: places(service.id)?.found.map((place) =>
        told(place, {
          schedules: schedulesThere(place.id)?.found,
          location: locations(place.location_id)?.found.map((location) =>
            told(location, {
              addresses: addresses(location.id)?.found,
              accessibility: accessibility(location.id)?.found,
            }),
          )[0],
        }),
      ),
    }),
  )
  for (const table of ['service_at_location.csv', ...ofService.map((part) => `${part}.csv`)])
    for (const row of read.get(table) ?? [])
      if (!used.has(row) && (row.service_id || table === 'service_at_location.csv'))
        unread.push({ ...lines.get(row)!, why: 'without-service' })
  return { services, at: (entity) => lines.get(entity) ?? { file: 'services.csv', line: 0 }, unread }
}

/** The table of the standard that a file is, by its name, or, of one alone, by its columns. */
const tableOf = (name: string, text: string): string | undefined =>
  tableNamed(name) ?? (/\borganization_id\b/.test(text.split('\n', 1)[0]!) ? 'services.csv' : undefined)

/** By its name in one or in many. */
function tableNamed(name: string): string | undefined {
  const bare = name.replace(/\.\w+$/, '')
  const found = [bare, `${bare}s`, `${bare}es`, bare.replace(/y$/, 'ies'), bare.replace(/s$/, '')].find(
    (each) => tables.has(`${each}.csv`),
  )
  return found && `${found}.csv`
}

function rowsOf(file: string, text: string, lines: Map<Entity, At>, unread: Brought['unread']): Entity[] {
  const head = text.split('\n', 1)[0]!
  const skip = (line: number) => unread.push({ file, line, why: 'unreadable' })
  const records = parse(text, {
    bom: true,
    // As spreadsheets write it here.
    delimiter: head.split(';').length > head.split(',').length ? ';' : ',',
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      skip(Number(error?.lines ?? 0))
      return undefined
    },
    trim: true,
    to: mostRows + 2,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  const [header, ...rows] = records
  if (rows.length > mostRows) throw tooManyRows(file, mostRows)
  const names = header?.record.map((name) => name.toLowerCase()) ?? []
  return rows.flatMap(({ record, info }) => {
    if (record.length > names.length) {
      skip(info.lines)
      return []
    }
    const entity: Entity = Object.fromEntries(
      names.flatMap((name, i) => (record[i] ? [[name, asMeant(record[i])]] : [])),
    )
    lines.set(entity, { file, line: info.lines })
    return [entity]
  })
}
