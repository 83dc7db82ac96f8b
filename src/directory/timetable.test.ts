import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { packed } from '../platform/files/tables.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aForm, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// A timetable that a carrier publishes: what runs on a usual week is kept, everything else is told with its reason.

let app: PracticeApp
/** Heads the centre, and keeps its entries. */
let danuta: Ask
/** Works there, and keeps none. */
let pawel: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  danuta = (await app.as('danuta')).ask
  pawel = (await app.as('pawel')).ask
})
afterAll(() => app.stop())

const plain = (days: number) => addDays(today(), days).replaceAll('-', '')
const calendarHead = 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date'
/** From Węgleszyn to Małogoszcz and back, on working days. */
const tables = (): Record<string, string[]> => ({
  agency: [
    'agency_id,agency_name,agency_url,agency_timezone',
    'B,Busy Zmyślone,https://busy.example,Europe/Warsaw',
  ],
  routes: [
    'route_id,agency_id,route_short_name,route_long_name,route_type',
    'R,B,7,Węgleszyn – Małogoszcz,3',
  ],
  stops: [
    'stop_id,stop_name,stop_lat,stop_lon',
    'W,"Węgleszyn, szkoła",50.7525,20.1625',
    'M,"Małogoszcz, rynek",50.8119,20.2653',
  ],
  calendar: [calendarHead, `D,1,1,1,1,1,0,0,${plain(-10)},${plain(200)}`],
  trips: ['route_id,service_id,trip_id', 'R,D,there', 'R,D,back'],
  stop_times: [
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence',
    'there,09:00:00,09:00:00,W,1',
    'there,09:25:30,09:25:30,M,2',
    'back,15:30:00,15:30:00,M,1',
    'back,15:55:00,15:55:00,W,2',
  ],
})
const zipped = (files: Record<string, string[]>, ending = '\n') =>
  packed(Object.entries(files).map(([name, rows]) => ({ name: `${name}.txt`, text: rows.join(ending) })))

type Seen = {
  name: string
  lines: { name: string; trips: number }[]
  trips: number
  stops: number
  validFrom: string
  validTo: string
  skipped: { why: string; file: string; count: number; rows: number[] }[]
  doubtful: { name: string }[]
}
const see = async (files: Record<string, string[]>, ask = danuta) =>
  ask('POST', '/api/timetables/preview', aForm(await zipped(files)))
const seen = async (files: Record<string, string[]>) => {
  const answered = await see(files)
  expect(answered.status, answered.text).toBe(200)
  return answered.json as Seen
}
async function bring(files: Record<string, string[]>, name = 'Busy Zmyślone', ask = danuta) {
  const form = aForm(await zipped(files))
  const query = new URLSearchParams({ id: randomUUID(), name })
  return ask('POST', `/api/timetables?${query}`, {
    ...form,
    headers: { ...form.headers, 'idempotency-key': randomUUID() },
  })
}
const departures = () =>
  app.rows<{ name: string; carrier: string; weekdays: number[]; stops: [string, number][] }>(
    `select t.name, t.carrier, t.weekdays, (select json_agg(json_build_array(s.locality, s.minute) order by s.n) from directory.trip_stop s where s.trip_id = t.id) as stops
     from directory.trip t join directory.timetable f on f.id = t.timetable_id where f.name = 'Busy Zmyślone' order by t.name, (select min(s.minute) from directory.trip_stop s where s.trip_id = t.id)`,
  )

describe('a timetable', () => {
  test('is seen before it is brought, and nothing is changed by that', async () => {
    const found = await seen(tables())
    expect(found).toMatchObject({
      name: 'Busy Zmyślone',
      lines: [{ name: '7 Węgleszyn – Małogoszcz', trips: 2 }],
      trips: 2,
      stops: 2,
      validFrom: addDays(today(), -10),
      validTo: addDays(today(), 200),
      skipped: [],
    })
    expect(await departures()).toEqual([])
  })

  test('is read in the locality of each stop, and found on the way without a car', async () => {
    const answered = await bring(tables())
    expect(answered.status, answered.text).toBe(200)
    expect(await departures()).toEqual([
      {
        name: '7 Węgleszyn – Małogoszcz',
        carrier: 'Busy Zmyślone',
        weekdays: [1, 2, 3, 4, 5],
        stops: [
          ['Węgleszyn', 540],
          ['Małogoszcz', 565],
        ],
      },
      expect.objectContaining({
        stops: [
          ['Małogoszcz', 930],
          ['Węgleszyn', 955],
        ],
      }),
    ])
    const service = randomUUID()
    const added = await danuta('POST', '/api/services', {
      body: {
        id: service,
        name: 'Próba w Małogoszczu',
        kind: 'senior_club',
        phones: [{ number: '41 000 00 01' }],
        places: [{ id: randomUUID(), commune: '2602033', locality: 'Małogoszcz' }],
      },
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(added.status, added.text).toBe(200)
    const query = new URLSearchParams({
      wanted: 'próba małogoszczu',
      commune: '2602052',
      locality: 'Węgleszyn',
    })
    const { items } = (await pawel('GET', `/api/services?${query}`)).json as { items: { way: object }[] }
    expect(items[0]!.way).toMatchObject({
      kind: 'bus',
      leaves: '09:00',
      minutes: 25,
      back: '15:30',
      lateBack: true,
    })
  })

  test('replaces the one of the same name, and keeps where somebody said a stop lies', async () => {
    const [before] = (await pawel('GET', '/api/timetables')).json as {
      id: string
      name: string
      trips: number
    }[]
    expect(before).toMatchObject({ name: 'Autobusy Zmyślone' })
    const mine = ((await danuta('GET', '/api/timetables')).json as { id: string; name: string }[]).find(
      ({ name }) => name === 'Busy Zmyślone',
    )!
    const stops = (await danuta('GET', `/api/timetables/${mine.id}/stops?wanted=szkola`)).json as {
      id: string
      locality: string
    }[]
    expect(stops).toMatchObject([{ locality: 'Węgleszyn', chosen: false }])
    const placed = await danuta('PUT', `/api/timetables/${mine.id}/stops/${stops[0]!.id}`, {
      body: { commune: '2602052', locality: 'Oksa' },
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(placed.status, placed.text).toBe(200)
    expect((await departures())[0]!.stops[0]).toEqual(['Oksa', 540])

    const { stop_times, ...rest } = tables()
    const answered = await bring({ ...rest, stop_times: stop_times!.slice(0, 3) })
    expect(answered.json).toEqual({ id: mine.id })
    expect(await departures()).toMatchObject([
      {
        stops: [
          ['Oksa', 540],
          ['Małogoszcz', 565],
        ],
      },
    ])
  })

  test('is brought and taken off by who keeps entries of that institution alone', async () => {
    expect((await see(tables(), pawel)).status).toBe(403)
    expect((await bring(tables(), 'Inna', pawel)).status).toBe(403)
    const iga = (await app.as('iga')).ask
    const [{ id }] = (await danuta('GET', '/api/timetables')).json as [{ id: string }]
    const end = (ask: Ask) =>
      ask('POST', `/api/timetables/${id}/end`, { body: {}, headers: { 'idempotency-key': randomUUID() } })
    expect((await end(iga)).status).toBe(404)
    expect((await bring(tables(), 'Rozkład szkoły', iga)).status).toBe(200)
  })
})

describe('what a file brings', () => {
  test('runs on days of the week on which it usually does, whatever its calendar says', async () => {
    const all = tables()
    // Each Wednesday of the weeks that come is taken off, and Saturdays are told as days alone.
    const dates = Array.from({ length: 60 }, (_, i) => i).filter(
      (i) => new Date(`${addDays(today(), i)}T12:00:00Z`).getUTCDay() === 3,
    )
    const saturdays = Array.from({ length: 60 }, (_, i) => i).filter(
      (i) => new Date(`${addDays(today(), i)}T12:00:00Z`).getUTCDay() === 6,
    )
    await bring({
      ...all,
      calendar_dates: [
        'service_id,date,exception_type',
        ...dates.map((i) => `D,${plain(i)},2`),
        ...saturdays.map((i) => `S,${plain(i)},1`),
      ],
      trips: ['route_id,service_id,trip_id', 'R,D,there', 'R,S,back'],
    })
    expect((await departures()).map(({ weekdays }) => weekdays).sort()).toEqual([[1, 2, 4, 5], [6]])
  })

  test('may run after midnight, again and again, and stop without an hour', async () => {
    await bring({
      ...tables(),
      stops: [...tables().stops!, 'P,"Lasochów",50.788,20.173'],
      trips: ['route_id,service_id,trip_id', 'R,D,night', 'R,D,often'],
      frequencies: ['trip_id,start_time,end_time,headway_secs', 'often,06:00:00,07:00:00,1200'],
      stop_times: [
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type',
        'night,23:50:00,23:50:00,W,10,,',
        'night,24:20:00,24:20:00,M,30,,',
        'night,,,P,20,,1',
        'often,00:00:00,00:00:00,W,1,,',
        'often,00:20:00,00:20:00,M,2,,',
      ],
    })
    const all = (await departures()).map(({ stops }) => stops.map(([, minute]) => minute).join())
    expect(all.sort()).toEqual(['1430,1445,1460', '360,380', '380,400', '400,420'])
    const [onlyOn] = await app.rows(`select s.boards, s.alights from directory.trip_stop s
      join directory.timetable_stop t on t.id = s.stop_id where t.name = 'Lasochów'`)
    expect(onlyOn).toEqual({ boards: true, alights: false })
  })

  test('may stop without an hour many times in a row, and again after the next hour', async () => {
    await bring({
      ...tables(),
      trips: ['route_id,service_id,trip_id', 'R,D,there'],
      stop_times: [
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence',
        ...['09:00', '', '', '', '09:40', '', '10:00'].map(
          (hour, i) => `there,${hour},${hour},${i % 2 ? 'M' : 'W'},${i}`,
        ),
      ],
    })
    expect((await departures()).map(({ stops }) => stops.map(([, minute]) => minute))).toEqual([
      [540, 550, 560, 570, 580, 590, 600],
    ])
  })

  test('is told of what is left out, with the reason and the rows', async () => {
    const found = await seen({
      ...tables(),
      stops: [...tables().stops!, 'X,Bez miejsca,,', 'F,Daleko,54.35,18.65', 'G,Dalej,54.36,18.66'],
      calendar: [
        ...tables().calendar!,
        `OLD,1,1,1,1,1,1,1,${plain(-90)},${plain(-1)}`,
        `NEVER,0,0,0,0,0,0,0,${plain(-90)},${plain(90)}`,
      ],
      trips: [
        ...tables().trips!,
        'R,OLD,old',
        'R,NEVER,never',
        'R,LOST,lost',
        'R,D,one',
        'R,D,backwards',
        'R,D,far',
      ],
      stop_times: [
        ...tables().stop_times!,
        'there,rano,09:30:00,M,3',
        'there,09:40:00,09:40:00,NOWHERE,4',
        'nobody,09:40:00,09:40:00,M,1',
        'old,09:40:00,09:40:00,M,1',
        'one,09:40:00,09:40:00,M,1',
        'backwards,10:00:00,10:00:00,W,1',
        'backwards,09:40:00,09:40:00,M,2',
        'far,10:00:00,10:00:00,F,1',
        'far,10:40:00,10:40:00,G,2',
      ],
    })
    expect(found.trips).toBe(2)
    expect(found.skipped).toEqual([
      { why: 'bad-row', file: 'stops.txt', count: 1, rows: [4] },
      { why: 'over', file: 'trips.txt', count: 1, rows: [4] },
      { why: 'no-usual-day', file: 'trips.txt', count: 1, rows: [5] },
      { why: 'unknown-calendar', file: 'trips.txt', count: 1, rows: [6] },
      { why: 'bad-row', file: 'stop_times.txt', count: 1, rows: [6] },
      { why: 'unknown-stop', file: 'stop_times.txt', count: 1, rows: [7] },
      { why: 'unknown-trip', file: 'stop_times.txt', count: 1, rows: [8] },
      { why: 'too-few-stops', file: 'trips.txt', count: 1, rows: [7] },
      { why: 'bad-times', file: 'trips.txt', count: 1, rows: [8] },
      { why: 'far', file: 'trips.txt', count: 1, rows: [9] },
    ])
  })

  test('may begin with a mark, end its lines as Windows does, and lie in a folder', async () => {
    const { stops, ...rest } = tables()
    const bytes = await packed(
      Object.entries({ ...rest, stops: [`\ufeff${stops![0]}`, ...stops!.slice(1)] }).map(([name, rows]) => ({
        name: `GTFS/${name}.TXT`,
        text: rows.join('\r\n'),
      })),
    )
    const answered = await danuta('POST', '/api/timetables/preview', aForm(bytes))
    expect(answered.json, answered.text).toMatchObject({ trips: 2, skipped: [] })
  })

  test.each([
    ['lacks a table', ({ stops: _, ...rest }: Record<string, string[]>) => rest, 'stops.txt'],
    [
      'lacks a column',
      (all: Record<string, string[]>) => ({ ...all, trips: ['route_id,trip_id', 'R,there'] }),
      'trips.txt: service_id',
    ],
    ['lacks days', ({ calendar: _, ...rest }: Record<string, string[]>) => rest, 'calendar.txt'],
  ])('that %s is refused with what is missing', async (_, without, missing) => {
    const answered = await see(without(tables()))
    expect(answered.status).toBe(400)
    expect(answered.text).toContain(missing)
  })

  test('that is no archive, a torn one or nothing that runs is refused', async () => {
    for (const [bytes, status, code] of [
      [Buffer.from('%PDF-1.7 zmyślony'), 415, 'no-tables'],
      [(await zipped(tables())).subarray(0, 200), 400, 'torn'],
      [Buffer.from('stop_id,stop_name\n1,A'), 400, 'not-a-timetable'],
    ] as const) {
      const answered = await danuta('POST', '/api/timetables/preview', aForm(Buffer.from(bytes)))
      expect([answered.status, (answered.json as { code: string }).code]).toEqual([status, code])
    }
    const over = { ...tables(), calendar: [calendarHead, `D,1,1,1,1,1,0,0,${plain(-90)},${plain(-1)}`] }
    expect((await bring(over)).json).toMatchObject({ status: 400, code: 'nothing-runs' })
  })

  test.each([
    [
      'whose data are broken',
      (bytes: Buffer) => {
        // After the header, its name and its further fields; three is no kind of block.
        const at = bytes.indexOf('stop_times.txt') - 30
        bytes[at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)] = 0b111
      },
    ],
    [
      'that is locked with a password',
      (bytes: Buffer) => {
        bytes[bytes.indexOf('stop_times.txt') - 24]! |= 1
        bytes[bytes.lastIndexOf('stop_times.txt') - 38]! |= 1
      },
    ],
  ])('a table %s is told, and the server answers on', async (_, breakIt) => {
    const bytes = await zipped(tables())
    breakIt(bytes)
    const answered = await danuta('POST', '/api/timetables/preview', aForm(bytes))
    expect([answered.status, (answered.json as { code: string }).code]).toEqual([400, 'torn'])
    expect((await see(tables())).status).toBe(200)
  })

  const stopTimes = (trip: string, stops: number) =>
    Array.from({ length: stops }, (_, i) => `${trip},09:00:00,09:00:00,${i % 2 ? 'M' : 'W'},${i}`)

  test('leaves out a run that stops more often than a bus does', async () => {
    const all = tables()
    const found = await seen({
      ...all,
      trips: [...all.trips!, 'R,D,endless'],
      stop_times: [...all.stop_times!, ...stopTimes('endless', 501)],
    })
    expect(found.trips).toBe(2)
    expect(found.skipped).toEqual([{ why: 'bad-row', file: 'trips.txt', count: 1, rows: [4] }])
  })

  test('of more than a county has is refused: rows, and runs that go again and again', async () => {
    const all = tables()
    for (const [more, file] of [
      [{ trips: [all.trips![0]!, ...Array.from({ length: 200_001 }, (_, i) => `R,D,${i}`)] }, 'trips.txt'],
      [
        {
          stop_times: [all.stop_times![0]!, ...stopTimes('there', 500)],
          frequencies: [
            'trip_id,start_time,end_time,headway_secs',
            ...Array.from({ length: 21 }, () => 'there,06:00:00,11:00:00,60'),
          ],
        },
        'frequencies.txt',
      ],
    ] as [Record<string, string[]>, string][]) {
      const answered = await see({ ...all, ...more })
      expect(answered.json, answered.text).toMatchObject({ status: 413, code: 'too-many-rows' })
      expect(answered.text).toContain(file)
    }
  })

  test.each(['trips', 'stop_times'])('a quote that nobody closes in %s is told', async (name) => {
    const all = tables()
    const answered = await see({ ...all, [name]: [...all[name]!, '"R,D'] })
    expect([answered.status, (answered.json as { code: string }).code]).toEqual([400, 'torn'])
  })
})
