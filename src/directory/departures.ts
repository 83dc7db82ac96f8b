import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { mustBeCommunes } from '../territory/must-be-commune.ts'
import type { directoryContract } from './contract.ts'

type Given = z.output<typeof directoryContract.addDeparture.body>

/** The institution for which I keep entries; 403 for who keeps none. */
export async function mustKeep(work: Work): Promise<string> {
  const keeping = await work.ask<string | null>(sql`directory.my_keeping()`)
  if (!keeping) throw new Refusal(403, 'directory:only-a-keeper')
  return keeping
}

/** Enters one departure. A stop whose hour is before the one before it is of the next day. */
export async function addDeparture(
  work: Work,
  { id, name, carrier, weekdays, validFrom, validTo, stops }: Given,
) {
  const keeping = await mustKeep(work)
  await mustBeCommunes(work, [...new Set(stops.map(({ commune }) => commune))], 'stops')
  if (validFrom && validTo && validFrom > validTo)
    throw new Refusal(400, 'directory:ends-before-it-begins', { field: 'validTo' })
  let day = 0
  let before = 0
  const lines = stops.map(({ at, ...stop }, i) => {
    const minute = Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
    if (minute < before) day = 1440
    before = minute
    return { ...stop, n: i + 1, minute: minute + day }
  })
  if (lines.some(({ minute }, i) => i > 0 && minute <= lines[i - 1]!.minute))
    throw new Refusal(400, 'directory:ends-before-it-begins', { field: 'stops' })
  await work.record({ verb: 'departure.added', subjectId: id })
  await sql`insert into directory.trip (id, institution_id, name, carrier, weekdays, valid_from, valid_to, added_by)
    values (${id}, ${keeping}, ${name}, ${carrier || null}, ${[...new Set(weekdays)]}, ${validFrom ?? null}, ${validTo ?? null}, ${work.actor.workerId})`.execute(
    work.db,
  )
  const { numAffectedRows } = await sql`
    insert into directory.trip_stop (trip_id, n, commune, locality, latitude, longitude, minute)
    select ${id}, p.n, p.commune, p.locality, l.latitude, l.longitude, p.minute
    from jsonb_to_recordset(${JSON.stringify(lines)}) p (n int, commune text, locality text, minute int)
    cross join lateral (select l.latitude, l.longitude from territory.locality l where l.commune = p.commune and l.name = p.locality order by l.id limit 1) l`.execute(
    work.db,
  )
  if (Number(numAffectedRows) !== lines.length)
    throw new Refusal(400, 'directory:unknown-locality', { field: 'stops' })
  return { id }
}

/** Takes off a departure of my institution. */
export async function endDeparture(work: Work, id: string) {
  await work.record({ verb: 'departure.ended', subjectId: id })
  const { numAffectedRows } =
    await sql`delete from directory.trip where id = ${id} and timetable_id is null`.execute(work.db)
  if (!numAffectedRows) throw notFound()
  return {}
}

/** Says how much longer roads are than a straight line in a county. */
export async function setRoadFactor(work: Work, county: string, factor: number) {
  if (!(await work.ask<boolean>(sql`directory.i_keep_in_county(${county})`)))
    throw new Refusal(403, 'directory:only-a-keeper')
  await sql`insert into directory.road_factor (county, factor, set_by) values (${county}, ${factor}, ${work.actor.workerId})
    on conflict (county) do update set factor = excluded.factor, set_by = excluded.set_by, set_at = now()`.execute(
    work.db,
  )
  return {}
}
