import { sql } from 'kysely'
import type { z } from 'zod'
import { filesOf } from '../platform/files/tables.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Reading } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import type { Day } from '../platform/texts/dates.ts'
import { newId } from '../platform/web/newId.ts'
import { mustBeCommune } from '../territory/must-be-commune.ts'
import type { directoryContract } from './contract.ts'
import { mustKeep } from './departures.ts'
import { type ReadStop, readTimetable, type Timetable } from './read-timetable.ts'

type Seen = z.output<typeof directoryContract.seeTimetable.answer>
type Matched = { commune: string; communeName: string; locality: string; km: number }

/** A run further than so many degrees from where somebody of my counties sets out is of no use to them: some 50 km. */
const around = 0.45
/** Of stops of which it is doubtful where they lie, as many as one looks through. */
const mostDoubtful = 30
const doubtful = 2
const atOnce = 20_000

type Around = { today: Day; south: number | null; north: number; west: number; east: number }

/** What a run must come near to be of use to somebody here, and which day it is. */
const aroundMe = sql<Around>`
  select splot.today_pl()::text as today,
    min(l.latitude) - ${around} as south, max(l.latitude) + ${around} as north, min(l.longitude) - ${around / 0.62} as west, max(l.longitude) + ${around / 0.62} as east
  from territory.locality l where left(l.commune, 4) in (select left(terc, 4) from directory.my_communes())`

/** A timetable in a file, from who keeps entries: the runs that come near. */
export const timetableInFile: Reading<Around, Timetable> = {
  first: async (work) => {
    await mustKeep(work)
    return work.mustFind(aroundMe)
  },
  read: async (file, { today, south, north, west, east }) =>
    readTimetable(
      await filesOf(file),
      today,
      // An institution whose commune is not known takes all.
      ({ latitude, longitude }) =>
        south === null || (latitude > south && latitude < north && longitude > west && longitude < east),
    ),
}

/** What a file of a timetable would bring, and what of it is left out and why; nothing is changed. */
export async function seeTimetable(work: Work, { name, trips, stops, skipped }: Timetable): Promise<Seen> {
  await mustKeep(work)
  const places = await localitiesOf(work, stops)
  const lines = Map.groupBy(trips, ({ line }) => line)
  return {
    name,
    lines: [...lines]
      .map(([line, { length }]) => ({ name: line, trips: length }))
      .sort((a, b) => a.name.localeCompare(b.name, 'pl', { numeric: true }))
      .slice(0, 200),
    manyLines: lines.size,
    trips: trips.length,
    stops: stops.length,
    ...period(trips),
    doubtful: stops
      .map((stop, i) => ({ name: stop.name, ...places[i]! }))
      .filter(({ km }) => km > doubtful)
      .sort((a, b) => b.km - a.km)
      .slice(0, mostDoubtful),
    skipped,
  }
}

/** Brings a timetable; one of the same name that my institution brought before is replaced, with what was chosen of its stops. */
export async function bringTimetable(
  work: Work,
  given: { id: string; name: string },
  { trips, stops }: Timetable,
) {
  const keeping = await mustKeep(work)
  const { validFrom, validTo } = period(trips)
  if (!validFrom || !validTo) throw new Refusal(400, 'directory:nothing-runs', { field: 'file' })
  const before = await work.find(
    sql<{
      id: string
    }>`select id from directory.timetable where institution_id = ${keeping} and name = ${given.name}`,
  )
  const id = before?.id ?? given.id
  await work.record({ verb: 'timetable.brought', subjectId: id })
  const chosen = await work.all(
    sql<{ code: string; latitude: number; longitude: number } & Matched>`
      select code, latitude, longitude, commune, locality from directory.timetable_stop where timetable_id = ${id} and chosen`,
  )
  await sql`delete from directory.timetable where id = ${id}`.execute(work.db)
  await sql`insert into directory.timetable (id, institution_id, name, valid_from, valid_to, brought_by)
    values (${id}, ${keeping}, ${given.name}, ${validFrom}, ${validTo}, ${work.actor.workerId})`.execute(
    work.db,
  )
  const byCode = new Map(chosen.map((stop) => [stop.code, stop]))
  const places = await localitiesOf(work, stops)
  const lines = stops.map((stop, i) => {
    const said = byCode.get(stop.code)
    // A stop that went elsewhere under its old number is matched anew.
    const stays = said && Math.hypot(said.latitude - stop.latitude, said.longitude - stop.longitude) < 0.01
    const { commune, locality } = stays ? said : places[i]!
    return { id: newId(), ...stop, commune, locality, chosen: Boolean(stays) }
  })
  await sql`insert into directory.timetable_stop (id, timetable_id, code, name, latitude, longitude, commune, locality, chosen)
    select s.id, ${id}, s.code, s.name, s.latitude, s.longitude, s.commune, s.locality, s.chosen
    from jsonb_to_recordset(${JSON.stringify(lines)}) s (id uuid, code text, name text, latitude float8, longitude float8, commune text, locality text, chosen boolean)`.execute(
    work.db,
  )
  await writeTrips(work, { id, institution_id: keeping }, trips, lines)
  return { id }
}

async function writeTrips(
  work: Work,
  timetable: { id: string; institution_id: string },
  trips: Timetable['trips'],
  stops: { id: string }[],
) {
  const rows = trips.map((trip) => ({ ...trip, id: newId() }))
  for (let i = 0; i < rows.length; i += atOnce) {
    const those = rows
      .slice(i, i + atOnce)
      .map(({ id, line, carrier, weekdays, from, to }) => ({ id, line, carrier, weekdays, from, to }))
    await sql`insert into directory.trip (id, institution_id, timetable_id, name, carrier, weekdays, valid_from, valid_to, added_by)
      select t.id, ${timetable.institution_id}, ${timetable.id}, t.line, t.carrier, t.weekdays, t."from", t."to", ${work.actor.workerId}
      from jsonb_to_recordset(${JSON.stringify(those)}) t (id uuid, line text, carrier text, weekdays int[], "from" date, "to" date)`.execute(
      work.db,
    )
  }
  const times = rows.flatMap(({ id, stops: run }) =>
    run.map(({ stop, minute, boards, alights }, n) => ({
      id,
      n,
      stop: stops[stop]!.id,
      minute,
      boards,
      alights,
    })),
  )
  for (let i = 0; i < times.length; i += atOnce) {
    const those = times.slice(i, i + atOnce)
    const column = <Key extends keyof (typeof those)[number]>(key: Key) => those.map((each) => each[key])
    await sql`insert into directory.trip_stop (trip_id, n, stop_id, commune, locality, latitude, longitude, minute, boards, alights)
      select t.id, t.n, s.id, s.commune, s.locality, s.latitude, s.longitude, t.minute, t.boards, t.alights
      from unnest(${column('id')}::uuid[], ${column('n')}::int[], ${column('stop')}::uuid[], ${column('minute')}::int[], ${column('boards')}::boolean[], ${column('alights')}::boolean[])
        t (id, n, stop, minute, boards, alights) join directory.timetable_stop s on s.id = t.stop`.execute(
      work.db,
    )
  }
}

/** Takes a timetable off, with all its departures. */
export async function endTimetable(work: Work, id: string) {
  await work.record({ verb: 'timetable.ended', subjectId: id })
  const { numAffectedRows } = await sql`delete from directory.timetable where id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw notFound()
  return {}
}

/** Says in which locality a stop lies; the next file of the timetable keeps it. */
export async function placeStop(
  work: Work,
  { id, stopId }: { id: string; stopId: string },
  { commune, locality }: { commune: string; locality: string },
) {
  await mustKeep(work)
  await mustBeCommune(work, commune, 'commune')
  const known = await work.find(
    sql`select from territory.locality where commune = ${commune} and name = ${locality}`,
  )
  if (!known) throw new Refusal(400, 'directory:unknown-locality', { field: 'locality' })
  await work.record({ verb: 'timetable.stop', subjectId: id })
  const { numAffectedRows } =
    await sql`update directory.timetable_stop set commune = ${commune}, locality = ${locality}, chosen = true
    where id = ${stopId} and timetable_id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw notFound()
  await sql`update directory.trip_stop set commune = ${commune}, locality = ${locality} where stop_id = ${stopId}`.execute(
    work.db,
  )
  return {}
}

/**
 * The locality of each stop: one of the nearest of which its name begins with the name ("Węgleszyn, szkoła"), else the
 * nearest. In order of the stops.
 */
const localitiesOf = (work: Work, stops: ReadStop[]) =>
  work.all(sql<Matched>`
    select near.commune, u.name as "communeName", near.name as locality, near.km
    from jsonb_to_recordset(${JSON.stringify(stops.map((stop, n) => ({ ...stop, n })))}) s (n int, name text, latitude float8, longitude float8)
    cross join lateral (
      select c.*, directory.straight_km(c.latitude, c.longitude, s.latitude, s.longitude) as km from (
        select l.commune, l.name, l.latitude, l.longitude from territory.locality l where l.commune is not null
        order by point(l.longitude * 0.62, l.latitude) <-> point(s.longitude * 0.62, s.latitude) limit 6) c
      order by (splot.folded(s.name) || ' ' like splot.folded(c.name) || ' %' and directory.straight_km(c.latitude, c.longitude, s.latitude, s.longitude) < 5) desc, km limit 1) near
    join territory.unit_state u on u.terc = near.commune and u.valid @> splot.today_pl()
    order by s.n`)

function period(trips: Timetable['trips']): { validFrom: string | null; validTo: string | null } {
  const [from, to] = [trips.map((trip) => trip.from).sort(), trips.map((trip) => trip.to).sort()]
  return { validFrom: from[0] ?? null, validTo: to.at(-1) ?? null }
}
