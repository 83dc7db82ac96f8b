// The standard's tables (Open Referral HSDS 3.0, `data/hsds`): what its API tells nested stands in them row by row.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'

export type Entity = { [property: string]: unknown }
type Property = { type?: string | string[] }
type Schema = { path: string; properties: Record<string, Property> }

const folder = join(import.meta.dirname, '../../data/hsds')
const schemas = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema,
    ]),
)
/** Tables by the name of their file (`services.csv`), each with its columns. */
export const tables = new Map(
  [...schemas.values()]
    .filter(({ path }) => path.endsWith('.csv'))
    .map(({ path, properties }) => [
      path,
      Object.entries(properties).flatMap(([name, { type }]) => (isScalar(type) ? [name] : [])),
    ]),
)
function isScalar(type: Property['type']): boolean {
  return [type].flat().some((each) => each !== undefined && !['array', 'object', 'null'].includes(each))
}

/** What the API of the standard nests, and the table that keeps it where that is called otherwise. */
const nested = new Map(
  Object.entries({
    organization: 'organizations',
    phones: '',
    service_at_locations: 'service_at_location',
    location: 'locations',
    addresses: '',
    accessibility: '',
    schedules: '',
    service_areas: '',
    languages: '',
    cost_options: '',
    required_documents: '',
    contacts: '',
    attributes: '',
    taxonomy_term: 'taxonomy_terms',
  }).map(([property, table]) => [property, `${table || property}.csv`]),
)

/** Services with everything of them as the standard's tabular files, with the descriptor of the package. */
export function tabular(services: Entity[]): { name: string; text: string }[] {
  const rows = new Map<string, Map<string, Entity>>(
    ['services.csv', ...nested.values()].map((table) => [table, new Map()]),
  )
  const put = (table: string, entity: Entity) => {
    rows.get(table)!.set(entity.id as string, entity)
    for (const [property, inner] of Object.entries(entity)) {
      const below = nested.get(property)
      if (below) for (const each of [inner].flat()) put(below, each as Entity)
    }
  }
  for (const service of services) put('services.csv', service)
  const files = [...rows].map(([name, entities]) => ({ name, columns: tables.get(name)!, entities }))
  return [
    { name: 'datapackage.json', text: descriptor(files) },
    ...files.map(({ name, columns, entities }) => ({
      name,
      text: stringify([...entities.values()], { header: true, columns, cast: { string: harmless } }),
    })),
  ]
}

const descriptor = (files: { name: string; columns: string[] }[]) =>
  JSON.stringify(
    {
      name: 'splot-hsds',
      title: 'Open Referral HSDS 3.0',
      profile: 'tabular-data-package',
      resources: files.map(({ name, columns }) => ({
        name: name.replace('.csv', ''),
        path: name,
        profile: 'tabular-data-resource',
        schema: { primaryKey: 'id', fields: columns.map((column) => ({ name: column })) },
      })),
    },
    null,
    2,
  )

/**
 * A cell that a spreadsheet would reckon out begins with a mark that says it is text, and so does what follows a semicolon, which
 * ends a cell where a comma stands in numbers. A phone number does not reckon.
 */
const harmless = (cell: string) =>
  /^[+-][\d\s()-]*$/.test(cell) ? cell : cell.replace(/(?<=^|;)(?='*[=@+\t\r-])/g, "'")
/** The cell as it was meant. */
export const asMeant = (cell: string) => cell.replace(/(?<=^|;)'(?='*[=@+\t\r-])/g, '')
