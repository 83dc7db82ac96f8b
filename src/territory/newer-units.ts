import { parse } from 'csv-parse/sync'
import type { Database } from '../platform/database/open.ts'
import { Refusal } from '../platform/http/problem.ts'
import { type Account, mustAdminister } from '../platform/http/work.ts'
import { numericDate } from '../platform/texts/dates.ts'

export type Unit = {
  terc: string
  level: 'voivodeship' | 'county' | 'commune'
  name: string
  kind: 'urban' | 'rural' | 'urban-rural' | null
  parent: string | null
}
type Renamed = { terc: string; from: string; to: string }
type Moved = { name: string; from: string; to: string }

/** What a newer file would change. */
export type Changes = {
  since: string
  came: { terc: string; name: string }[]
  renamed: Renamed[]
  /** The same commune under a new code: in another county, or of another kind. */
  moved: Moved[]
  ended: { terc: string; name: string }[]
}

/** Kinds by the seventh digit of a TERC code; parts of communes (4, 5, 8, 9) are no units of ours. */
const kinds: Record<string, Unit['kind']> = { '1': 'urban', '2': 'rural', '3': 'urban-rural' }

/**
 * Reads a TERC file as GUS publishes it: `WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA`, UTF-8, with or without a BOM.
 * 409 when it is another file, too short to be the whole country, or read in another encoding than its own.
 */
export function readTerc(csv: string): { since: string; units: Unit[] } {
  // What stands in place of a letter that could not be read.
  if (csv.includes('\ufffd')) throw new Refusal(409, 'territory:letters-lost', { field: 'csv' })
  let rows: Record<string, string>[]
  try {
    rows = parse(csv, {
      columns: true,
      delimiter: ';',
      bom: true,
      trim: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
  } catch {
    throw new Refusal(409, 'territory:not-a-terc-file', { field: 'csv' })
  }
  const units = rows.flatMap((row): Unit[] => {
    const { WOJ, POW, GMI, RODZ, NAZWA } = row
    if (!/^\d{2}$/.test(WOJ ?? '') || !NAZWA) return []
    if (!POW)
      return [
        { terc: WOJ!, level: 'voivodeship', name: NAZWA.toLocaleLowerCase('pl'), kind: null, parent: null },
      ]
    if (!GMI) return [{ terc: WOJ! + POW, level: 'county', name: NAZWA, kind: null, parent: WOJ! }]
    const kind = kinds[RODZ ?? '']
    return kind
      ? [{ terc: WOJ! + POW + GMI + RODZ, level: 'commune', name: NAZWA, kind, parent: WOJ! + POW }]
      : []
  })
  const since = rows[0]?.STAN_NA ?? ''
  const whole = units.filter(({ level }) => level === 'voivodeship').length === 16 && units.length > 2500
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since) || !whole)
    throw new Refusal(409, 'territory:not-a-terc-file', { field: 'csv' })
  return { since, units }
}

/** A newer file beside what holds now. 409 when it tells of an earlier day than that holds since. */
async function besidePresent({ jobs }: Database, csv: string) {
  const { since, units } = readTerc(csv)
  const { rows } = await jobs.query<{ day: string }>('select territory.holds_since()::text as day')
  const { day } = rows[0]!
  if (since < day)
    throw new Refusal(409, 'territory:older-than-present', {
      field: 'csv',
      values: { since: numericDate(since), day: numericDate(day) },
    })
  const { rows: present } = await jobs.query<Unit>('select * from territory.present_units()')
  return { since, present, newer: aligned(units, present) }
}

/** Compares a newer file with what holds now; nothing is changed. */
export async function whatWouldChange(database: Database, csv: string): Promise<Changes> {
  const { since, present, newer } = await besidePresent(database, csv)
  return changesBetween(present, newer, since)
}

/** Takes over a newer file from its day on. */
export async function takeOverUnits(
  database: Database,
  account: Pick<Account, 'administrator' | 'factorMissing'>,
  csv: string,
) {
  mustAdminister(account)
  const { since, newer } = await besidePresent(database, csv)
  await database.jobs.query('select territory.load_units($1, $2)', [JSON.stringify(newer), since])
  return {}
}

/** Names of counties are told with and without the word "powiat"; only a true change of name is one. */
function aligned(units: Unit[], present: Unit[]): Unit[] {
  const known = new Map(present.map((unit) => [unit.terc, unit]))
  const bare = (name: string) =>
    name
      .toLocaleLowerCase('pl')
      .replace(/^powiat /, '')
      .replace(/^m\. ?(st\. ?)?/, '')
  return units.map((unit) => {
    const before = known.get(unit.terc)
    return before && bare(before.name) === bare(unit.name) ? { ...unit, name: before.name } : unit
  })
}

function changesBetween(present: Unit[], newer: Unit[], since: string): Changes {
  const before = new Map(present.map((unit) => [unit.terc, unit]))
  const after = new Map(newer.map((unit) => [unit.terc, unit]))
  const came = newer.filter(({ terc }) => !before.has(terc))
  const ended = present.filter(({ terc }) => !after.has(terc))
  const nameOf = (terc: string | null) => (terc && (after.get(terc) ?? before.get(terc))?.name) || ''
  const moved: Moved[] = []
  const matched = new Set<string>()
  for (const unit of came.filter(({ level }) => level === 'commune')) {
    const old = ended.find(
      (each) =>
        each.level === 'commune' &&
        !matched.has(each.terc) &&
        each.name === unit.name &&
        (each.terc.slice(0, 6) === unit.terc.slice(0, 6) || each.terc.slice(0, 2) === unit.terc.slice(0, 2)),
    )
    if (!old) continue
    matched.add(old.terc).add(unit.terc)
    const place = (each: Unit) => `${nameOf(each.parent)} (${each.terc})`
    moved.push({ name: unit.name, from: place(old), to: place(unit) })
  }
  const brief = ({ terc, name }: Unit) => ({ terc, name })
  return {
    since,
    came: came.filter(({ terc }) => !matched.has(terc)).map(brief),
    ended: ended.filter(({ terc }) => !matched.has(terc)).map(brief),
    renamed: newer.flatMap((unit) => {
      const old = before.get(unit.terc)
      return old && old.name !== unit.name ? [{ terc: unit.terc, from: old.name, to: unit.name }] : []
    }),
    moved,
  }
}
