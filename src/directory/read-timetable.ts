// A timetable as a carrier publishes it: GTFS Schedule (gtfs.org/documentation/schedule/reference). What runs on a usual week is
// kept; everything else is told with its reason and its rows.
import { pipeline } from 'node:stream'
import { CsvError, parse as parseStream } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type TableFile, textOf } from '../platform/files/tables.ts'
import { Refusal } from '../platform/http/problem.ts'
import { addDays } from '../platform/texts/dates.ts'
import type { whySkipped } from './contract.ts'

type Why = (typeof whySkipped)[number]

type StopTime = { stop: number; minute: number; boards: boolean; alights: boolean }
type Period = { weekdays: number[]; from: string; to: string }
export type ReadStop = { code: string; name: string; latitude: number; longitude: number }
export type ReadTrip = Period & { line: string; carrier: string | null; stops: StopTime[] }
export type Timetable = {
  /** Whose it is, as the file says. */
  name: string | null
  stops: ReadStop[]
  trips: ReadTrip[]
  skipped: { why: Why; file: string; count: number; rows: number[] }[]
}

type Row = Record<string, string>
type Numbered = { row: Row; no: number }

/** A usual day is one on which it runs at least every second time, in the four weeks that come. */
const weeksAhead = 4
/** Runs that one row of `frequencies.txt` may stand for. */
const mostRuns = 300
const longestDay = 2 * 1440
/** Of a table that is read at once. */
export const mostRows = 200_000
/** Of one run. */
const mostStops = 500
/** Of all runs together, also of those that are told once and go again and again. */
const mostTimes = 3_000_000

/** @param isNear whether a stop is so near to where somebody here sets out that a run through it is of use */
export async function readTimetable(
  files: TableFile[],
  today: string,
  isNear: (stop: ReadStop) => boolean,
): Promise<Timetable> {
  const fileNamed = new Map(files.map((file) => [file.name, file]))
  const skipped = new Map<string, Timetable['skipped'][number]>()
  const skip = (why: Why, file: string, no: number) => {
    const key = `${why}/${file}`
    const all = skipped.get(key) ?? { why, file, count: 0, rows: [] }
    all.count++
    if (all.rows.length < 5) all.rows.push(no)
    skipped.set(key, all)
  }
  const table = async (name: string, columns: string[], optional = false): Promise<Numbered[]> => {
    const file = fileNamed.get(name)
    if (!file && optional) return []
    if (!file) throw lacking(name)
    const rows = rowsOf(await textOf(file))
    if (rows.length > mostRows) throw tooManyRows(name, mostRows)
    const missing = rows[0] && columns.find((column) => !(column in rows[0]!))
    if (missing) throw lacking(`${name}: ${missing}`)
    return rows.map((row, i) => ({ row, no: i + 2 }))
  }

  const agencies = await table('agency.txt', ['agency_name'], true)
  const carriers = new Map(agencies.map(({ row }) => [row.agency_id ?? '', row.agency_name || null]))
  const [told] = await table('feed_info.txt', ['feed_publisher_name'], true)
  const routes = new Map(
    (await table('routes.txt', ['route_id'])).map(({ row }) => [row.route_id!, row] as const),
  )
  const stops = stopsOf(await table('stops.txt', ['stop_id']), (no) => skip('bad-row', 'stops.txt', no))
  const services = calendarsOf(
    await table('calendar.txt', ['service_id', 'monday', 'start_date', 'end_date'], true),
    await table('calendar_dates.txt', ['service_id', 'date', 'exception_type'], true),
    (file, no) => skip('bad-row', file, no),
  )
  if (!services.size) throw lacking('calendar.txt')
  const periods = new Map([...services].map(([id, service]) => [id, usualWeek(service, today)]))

  type Trip = Omit<ReadTrip, 'stops' | keyof Period> & { period: Period; no: number; times: Time[] }
  const trips = new Map<string, Trip>()
  const left = new Set<string>()
  for (const { row, no } of await table('trips.txt', ['trip_id', 'route_id', 'service_id'])) {
    const period = periods.get(row.service_id!)
    const route = routes.get(row.route_id!)
    left.add(row.trip_id!)
    if (period === undefined || !route || !row.trip_id)
      skip(period ? 'bad-row' : 'unknown-calendar', 'trips.txt', no)
    else if (period === 'over' || period === 'no-usual-day') skip(period, 'trips.txt', no)
    else {
      left.delete(row.trip_id)
      trips.set(row.trip_id, {
        line: lineOf(route, row),
        carrier: (carriers.get(route.agency_id ?? '') ?? agencies[0]?.row.agency_name)?.slice(0, 120) || null,
        period,
        no,
        times: [],
      })
    }
  }

  const timesFile = fileNamed.get('stop_times.txt')
  if (!timesFile) throw lacking('stop_times.txt')
  let read = 0
  for await (const { row, no } of inStream(timesFile, [
    'trip_id',
    'stop_id',
    'stop_sequence',
    'arrival_time',
    'departure_time',
  ])) {
    const trip = trips.get(row.trip_id!)
    if (!trip) {
      if (!left.has(row.trip_id!)) skip('unknown-trip', 'stop_times.txt', no)
      continue
    }
    const stop = stops.numbers.get(row.stop_id!)
    const [sequence, arrives, departs] = [
      Number(row.stop_sequence),
      minuteOf(row.arrival_time),
      minuteOf(row.departure_time),
    ]
    if (stop === undefined) skip('unknown-stop', 'stop_times.txt', no)
    else if (
      !row.stop_sequence ||
      !Number.isInteger(sequence) ||
      arrives === undefined ||
      departs === undefined
    )
      skip('bad-row', 'stop_times.txt', no)
    else if (trip.times.length > mostStops) continue
    else if (++read > mostTimes) throw tooManyRows('stop_times.txt', mostTimes)
    else
      trip.times.push({
        sequence,
        stop,
        arrives: arrives ?? departs,
        departs: departs ?? arrives,
        boards: row.pickup_type !== '1',
        alights: row.drop_off_type !== '1',
      })
  }

  const repeated = Map.groupBy(
    await table('frequencies.txt', ['trip_id', 'start_time', 'end_time', 'headway_secs'], true),
    ({ row }) => row.trip_id!,
  )
  const kept: ReadTrip[] = []
  let written = 0
  for (const [id, { line, carrier, period, no, times }] of trips) {
    const runs = stopsInOrder(times)
    if (typeof runs === 'string') skip(runs, 'trips.txt', no)
    else if (runs.filter(({ stop }) => isNear(stops.all[stop]!)).length < 2) skip('far', 'trips.txt', no)
    else
      for (const begins of beginningsOf(runs[0]!.minute, repeated.get(id), (no) =>
        skip('bad-row', 'frequencies.txt', no),
      )) {
        written += runs.length
        if (written > mostTimes) throw tooManyRows('frequencies.txt', mostTimes)
        kept.push({
          line,
          carrier,
          ...period,
          stops: runs.map((each) => ({ ...each, minute: each.minute + begins })),
        })
      }
  }
  const runsOver = (trip: ReadTrip) => trip.stops.at(-1)!.minute < longestDay
  return {
    name: (told?.row.feed_publisher_name || agencies[0]?.row.agency_name || '').slice(0, 120) || null,
    ...onlyUsed(stops.all, kept.filter(runsOver)),
    skipped: [...skipped.values()],
  }
}

const lacking = (missing: string) =>
  new Refusal(400, 'directory:not-a-timetable', { field: 'file', values: { missing } })
export const tooManyRows = (file: string, most: number) =>
  new Refusal(413, 'directory:too-many-rows', { field: 'file', values: { file, most } })

const dialect = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
  // A quote that nobody closes makes one row of all the rest.
  max_record_size: 1_000_000,
} as const
const known = (header: string[]) => header.map((name) => name.trim().toLowerCase())

/** A table of which a row cannot be told from the next is torn. */
const tornIfRows = (error: unknown) =>
  error instanceof CsvError ? new Refusal(400, 'files:torn', { field: 'file' }) : error

function rowsOf(text: string): Row[] {
  try {
    return parse(text, { ...dialect, columns: known, to: mostRows + 1 }) as Row[]
  } catch (error) {
    throw tornIfRows(error)
  }
}

/** Rows of a table that may be of any size, one after another. */
async function* inStream(file: TableFile, columns: string[]): AsyncGenerator<Numbered> {
  let header: string[] | undefined
  let no = 1
  // A file that breaks off breaks its rows off; who reads them hears of it.
  const rows = pipeline(file.bytes(), parseStream(dialect), () => undefined)
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      if (!header) {
        header = known(cells)
        const missing = columns.find((column) => !header!.includes(column))
        if (missing) throw lacking(`${file.name}: ${missing}`)
      } else {
        no++
        yield { row: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])), no }
      }
    }
  } catch (error) {
    throw tornIfRows(error)
  }
}

/** Stops with where they are; a platform without a place of its own is where its station is. */
function stopsOf(rows: Numbered[], bad: (no: number) => void) {
  const byId = new Map(rows.map(({ row }) => [row.stop_id!, row]))
  const all: ReadStop[] = []
  const numbers = new Map<string, number>()
  for (const { row, no } of rows) {
    const at = row.stop_lat ? row : byId.get(row.parent_station ?? '')
    const [latitude, longitude] = [Number(at?.stop_lat || Number.NaN), Number(at?.stop_lon || Number.NaN)]
    const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    if (!row.stop_id || row.stop_id.length > 200 || !isOnEarth) bad(no)
    else {
      numbers.set(row.stop_id, all.length)
      all.push({ code: row.stop_id, name: (row.stop_name || row.stop_id).slice(0, 200), latitude, longitude })
    }
  }
  return { all, numbers }
}

type Service = { days: string; from: string; to: string; added: Set<string>; taken: Set<string> }

/** When something runs: by days of the week, by days alone, or both. */
function calendarsOf(weekly: Numbered[], daily: Numbered[], bad: (file: string, no: number) => void) {
  const services = new Map<string, Service>()
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  for (const { row, no } of weekly) {
    const [from, to] = [dayOf(row.start_date), dayOf(row.end_date)]
    if (!row.service_id || !from || !to) bad('calendar.txt', no)
    else
      services.set(row.service_id, {
        days: names.map((name) => (row[name] === '1' ? '1' : '0')).join(''),
        from,
        to,
        added: new Set(),
        taken: new Set(),
      })
  }
  for (const { row, no } of daily) {
    const day = dayOf(row.date)
    if (!row.service_id || !day || !/^[12]$/.test(row.exception_type ?? '')) bad('calendar_dates.txt', no)
    else {
      const service: Service = services.get(row.service_id) ?? {
        days: '0000000',
        from: day,
        to: day,
        added: new Set(),
        taken: new Set(),
      }
      services.set(row.service_id, service)
      service[row.exception_type === '1' ? 'added' : 'taken'].add(day)
      if (row.exception_type === '1') {
        if (day < service.from) service.from = day
        if (day > service.to) service.to = day
      }
    }
  }
  return services
}

/** The days of the week on which it usually runs from today on, and how long. */
function usualWeek(
  { days, from, to, added, taken }: Service,
  today: string,
): Period | 'over' | 'no-usual-day' {
  const first = from > today ? from : today
  if (to < first) return 'over'
  const runs = Array<number>(7).fill(0)
  const all = Array<number>(7).fill(0)
  for (let i = 0; i < weeksAhead * 7; i++) {
    const day = addDays(first, i)
    if (day > to) break
    const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
    all[weekday]!++
    if (added.has(day) || (days[weekday] === '1' && !taken.has(day))) runs[weekday]!++
  }
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((day) => runs[day]! > 0 && runs[day]! * 2 >= all[day]!)
  return weekdays.length ? { weekdays: weekdays.map((day) => day + 1), from, to } : 'no-usual-day'
}

const dayOf = (typed: string | undefined) => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(typed ?? '') ?? []
  const written = `${year}-${month}-${day}`
  return year && !Number.isNaN(Date.parse(written)) ? written : undefined
}

/** Minutes after midnight, also after the next one; null where no hour is told, undefined where it is none. */
function minuteOf(typed: string | undefined): number | null | undefined {
  if (!typed) return null
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(typed) ?? []
  return hours ? Number(hours) * 60 + Number(minutes) : undefined
}

/** As it stands at the stop: the number of the line, and between which places it goes. */
function lineOf(route: Row, trip: Row): string {
  const goes = route.route_long_name || trip.trip_headsign
  const line = [route.route_short_name, goes].filter(Boolean).join(' ').replace(/\s+/g, ' ')
  return (line || route.route_id!).slice(0, 120)
}

type Time = {
  sequence: number
  stop: number
  arrives: number | null
  departs: number | null
  boards: boolean
  alights: boolean
}

/** Stops in their order, those without an hour at even distances between those that have one. */
function stopsInOrder(times: Time[]): StopTime[] | 'too-few-stops' | 'bad-times' | 'bad-row' {
  if (times.length < 2) return 'too-few-stops'
  if (times.length > mostStops) return 'bad-row'
  const sorted = times.toSorted((a, b) => a.sequence - b.sequence)
  const minutes = sorted.map(({ departs, arrives }, i) => (i === sorted.length - 1 ? arrives : departs))
  if (minutes[0] === null || minutes.at(-1) === null) return 'bad-times'
  let next = 0
  for (let i = 1; i < minutes.length; i++) {
    if (minutes[i] !== null) continue
    if (next <= i) {
      next = i + 1
      while (minutes[next] === null) next++
    }
    minutes[i] = Math.floor(minutes[i - 1]! + (minutes[next]! - minutes[i - 1]!) / (next - i + 1))
  }
  if (minutes.some((minute, i) => i > 0 && minute! < minutes[i - 1]!)) return 'bad-times'
  return sorted.map(({ stop, boards, alights }, i) => ({ stop, minute: minutes[i]!, boards, alights }))
}

/** By how many minutes each run begins after the one that is written: once, or again and again. */
function* beginningsOf(
  written: number,
  every: Numbered[] | undefined,
  bad: (no: number) => void,
): Generator<number> {
  if (!every) yield 0
  for (const { row, no } of every ?? []) {
    const [first, last, apart] = [
      minuteOf(row.start_time),
      minuteOf(row.end_time),
      Number(row.headway_secs) / 60,
    ]
    const runs = typeof first === 'number' && typeof last === 'number' ? (last - first) / apart : Number.NaN
    if (apart > 0 && runs >= 0 && runs <= mostRuns)
      for (let i = 0; i < runs; i++) yield Math.floor(first! + i * apart) - written
    else bad(no)
  }
}

/** Only stops at which something of it stops. */
function onlyUsed(stops: ReadStop[], trips: ReadTrip[]) {
  const used = [...new Set(trips.flatMap((trip) => trip.stops.map(({ stop }) => stop)))].sort((a, b) => a - b)
  const place = new Map(used.map((stop, i) => [stop, i]))
  return {
    stops: used.map((stop) => stops[stop]!),
    trips: trips.map((trip) => ({
      ...trip,
      stops: trip.stops.map((each) => ({ ...each, stop: place.get(each.stop)! })),
    })),
  }
}
