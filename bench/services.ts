// Search of services among twenty thousand, as a worker asks it, and the way without a car to two hundred of them.
// Usage: npm run bench:services [-- --services 20000]

import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillReferenceData } from '../bin/fill.ts'
import { localityByName, servicesListed, timetable } from '../src/directory/questions.ts'
import { journeysFrom } from '../src/directory/reach.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { asOwner, openDatabase } from '../src/platform/database/open.ts'
import { actAs } from '../src/platform/database/work.ts'
import { keysFrom } from '../src/platform/keys.ts'
import { tell } from './figures.ts'

const { values } = parseArgs({ options: { services: { type: 'string', default: '20000' } } })
const count = Number(values.services)
const [institution, worker] = [randomUUID(), randomUUID()]

const folder = mkdtempSync(join(tmpdir(), 'splot-services-'))
chmodSync(folder, 0o755)
const server = await startEmbedded(folder)
try {
  const database = await openDatabase(
    { ownerUrl: server.url('postgres'), server: undefined },
    keysFrom('5a'.repeat(32)),
  )
  await fillReferenceData(database.ownerUrl)
  await fill(database.ownerUrl)
  await ask(database)
  await database.close()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** Services all over the country, at localities by chance; forty departures a locality around Oksa. */
async function fill(ownerUrl: string) {
  await asOwner(ownerUrl, async (client) => {
    await client.query(`select setseed(0.5)`)
    await client.query(
      `insert into institutions.institution (id, kind, name, seat, locality) values ($1, 'social_assistance_centre', 'Ośrodek Ćwiczebny', '2602052', 'Oksa')`,
      [institution],
    )
    await client.query(
      `insert into institutions.worker (id, institution_id, given_name, family_name, position) values ($1, $2, 'Ada', 'Zmyślona', 'praca')`,
      [worker, institution],
    )
    await client.query('insert into directory.organization (id, institution_id) values ($1, $1)', [
      institution,
    ])
    await client.query('alter table directory.service disable trigger user')
    await client.query('alter table directory.service_at_location disable trigger user')
    await client.query(
      `insert into directory.service (id, organization_id, institution_id, kind, name, description, added_by, checked_at, min_age, target_groups)
       select gen_random_uuid(), $1, $1, k.code, k.pl || ' ' || n, 'Spotkania co tydzień, można przyjść bez zapisów i zapytać o miejsce.', $2, now() - random() * interval '120 days',
         case when n % 3 = 0 then 7 end, case when n % 2 = 0 then '{child_7_12}' else '{}' end::text[]
       from generate_series(1, $3::int) n join lateral (
         select * from (select *, row_number() over (order by code) as no, count(*) over () as many from directory.service_kind where class <> 'violence') k where k.no = 1 + n % k.many) k on true`,
      [institution, worker, count],
    )
    await client.query(
      `with spot as (select *, row_number() over (order by random()) as no from territory.locality where commune is not null),
         numbered as (select id, row_number() over (order by id) as no from directory.service)
       insert into directory.service_at_location (id, location_id, service_id, confidential, n, commune, locality, latitude, longitude)
       select gen_random_uuid(), gen_random_uuid(), s.id, false, 1, l.commune, l.name, l.latitude, l.longitude from numbered s join spot l using (no)`,
    )
    await client.query(
      `insert into directory.schedule (id, service_at_location_id, service_id, confidential, weekday, opens, closes)
       select gen_random_uuid(), l.id, l.service_id, false, d, '08:00', '16:00' from directory.service_at_location l cross join generate_series(1, 5) d`,
    )
    await client.query(
      `insert into directory.phone (id, service_id, confidential, n, number) select gen_random_uuid(), id, false, 1, '41 000' from directory.service`,
    )
    await client.query(
      `insert into directory.places (id, service_id, confidential, state, said_by)
       select gen_random_uuid(), id, false, (array['free', 'waiting', 'none'])[1 + floor(random() * 3)], $1 from directory.service where random() < 0.6`,
      [worker],
    )
    await client.query('update directory.service set sought = directory.words_of(id)')
    await client.query(
      `with l as (select *, row_number() over (order by random()) as no from territory.locality where left(commune, 4) = '2602')
       insert into directory.trip (id, institution_id, name, weekdays, added_by) select md5('t' || n)::uuid, $1, 'Próbny ' || n, '{1,2,3,4,5}', $2 from generate_series(1, 2000) n`,
      [institution, worker],
    )
    await client.query(
      `with l as (select *, row_number() over (order by id) - 1 as no, count(*) over () as many from territory.locality where left(commune, 4) = '2602')
       insert into directory.trip_stop (trip_id, n, commune, locality, latitude, longitude, minute)
       select md5('t' || n)::uuid, s, l.commune, l.name, l.latitude, l.longitude, 300 + (n * 7) % 900 + s * 6
       from generate_series(1, 2000) n cross join generate_series(1, 12) s join l on l.no = (n * 13 + s * (1 + n % 3)) % l.many`,
    )
    await client.query('alter table directory.service enable trigger user')
    await client.query('alter table directory.service_at_location enable trigger user')
  })
  await asOwner(ownerUrl, (client) => client.query('analyze'))
}

async function ask(database: Awaited<ReturnType<typeof openDatabase>>) {
  const start = { commune: '2602052', locality: 'Węgleszyn' }
  const asked = [
    { within: 60 },
    { wanted: 'korepetycje', within: 60 },
    { wanted: 'psychologa szkolnego' },
    { wanted: 'logpeda' },
    { group: 'education', targetGroup: 'child_7_12', within: 60 },
    { problem: 'debt', within: 60 },
    { weekday: 3, at: '10:00', within: 60 },
    { freePlaces: 'yes', within: 40 },
    { group: 'family', within: 100, outsideMyVillage: 'yes' },
    { wanted: 'zupełnie nieznane słowo' },
  ] as const
  const hours = { leave: '08:00', until: '15:00' }
  const times: number[] = []
  const ways: number[] = []
  await actAs(database.app, { workerId: worker, institutionId: institution }, async (db) => {
    const from = (await localityByName(start.commune, start.locality).execute(db)).rows[0]!
    for (let round = 0; round < 8; round++)
      for (const filters of asked) {
        const began = performance.now()
        await servicesListed({ ...hours, ...filters, ...start, limit: 20 }, from).execute(db)
        times.push(performance.now() - began)
      }
    for (let round = 0; round < 8; round++) {
      const began = performance.now()
      const { rows } = await servicesListed({ ...hours, ...start, within: 200, limit: 200 }, from).execute(db)
      const listed = performance.now()
      const journeys = journeysFrom(
        (await timetable(3, from).execute(db)).rows[0]!.trips,
        '2602052/Węgleszyn',
        480,
      )
      for (const { place } of rows) journeys.get(`${place?.commune}/${place?.locality}`)
      ways.push(performance.now() - listed)
      if (rows.length < 200) throw new Error(`only ${rows.length} services after ${listed - began} ms`)
    }
  })
  const at = (all: number[], share: number) => all.sort((a, b) => a - b)[Math.floor(all.length * share)]!
  tell({ name: `search of ${count} services, p50`, value: at(times, 0.5), unit: 'ms' })
  tell({
    name: `search of ${count} services, p95`,
    value: at(times, 0.95),
    unit: 'ms',
    bar: '< 60',
    met: at(times, 0.95) < 60,
  })
  tell({
    name: 'the way to 200 services, p95',
    value: at(ways, 0.95),
    unit: 'ms',
    bar: '< 150',
    met: at(ways, 0.95) < 150,
  })
}
