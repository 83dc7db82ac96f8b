import type { Work } from '../platform/http/work.ts'
import { numericDate } from '../platform/texts/dates.ts'
import { directoryContract, type Said, type whyNotBrought } from './contract.ts'
import { type Change, differences, type Words } from './differences.ts'
import { codesOf, idsOf, placesOf } from './found-here.ts'
import type { Entity } from './hsds-tables.ts'
import { faultOf } from './put-service.ts'
import { keptEntries, type Whole } from './questions.ts'
import type { At, Brought } from './read-hsds.ts'
import { type Field, type Told, text, toldOf } from './told-in-a-file.ts'

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
export type WhyNot = (typeof whyNotBrought)[number]
export type Fault = At & { why: WhyNot; value: string; left: 'entry' | 'value' }
export type Plan = { entries: Planned[]; missing: { id: string; name: string }[]; faults: Fault[] }

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
