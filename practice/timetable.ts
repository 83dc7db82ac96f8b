import { packed } from '../src/platform/files/tables.ts'

type Clock = { after(days: number): string }

const row = (...cells: (string | number)[]) => cells.join(',')
const plain = (day: string) => day.replaceAll('-', '')

/** Where it stops: number, name, place. */
const stops = [
  ['10', '"Jędrzejów, dworzec"', 50.6391, 20.3012],
  ['11', '"Jędrzejów, rynek"', 50.6406, 20.3041],
  ['20', '"Małogoszcz, rynek"', 50.8121, 20.2645],
  ['30', '"Sędziszów, dworzec"', 50.5638, 20.0535],
  ['31', '"Krzelów, szkoła"', 50.5554, 19.9819],
] as const

/** Lines: where they go, when they begin, and after how many minutes they are at each stop. */
const lines = [
  {
    id: 'Z1',
    goes: 'Małogoszcz',
    begins: ['07:20', '10:20', '15:05'],
    calls: [
      ['10', 0],
      ['11', 4],
      ['20', 27],
    ],
  },
  {
    id: 'Z1',
    goes: 'Jędrzejów',
    begins: ['08:10', '13:15', '16:10'],
    calls: [
      ['20', 0],
      ['11', 23],
      ['10', 27],
    ],
  },
  {
    id: 'Z2',
    goes: 'Krzelów',
    begins: ['06:40', '15:30'],
    calls: [
      ['10', 0],
      ['30', 32],
      ['31', 44],
    ],
  },
  {
    id: 'Z2',
    goes: 'Jędrzejów',
    begins: ['07:45', '16:40'],
    calls: [
      ['31', 0],
      ['30', 12],
      ['10', 44],
    ],
  },
] as const

const later = (clock: string, minutes: number) => {
  const all = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}:00`
}

/** A small timetable of two lines of a carrier that does not exist, as a GTFS file. */
export function practiceTimetable(clock: Clock): Promise<Buffer> {
  const trips = lines.flatMap(({ id, goes, begins, calls }) =>
    begins.map((at, n) => ({ id: `${id}-${goes}-${n}`, line: id, goes, at, calls })),
  )
  const files: Record<string, string[]> = {
    agency: [
      'agency_id,agency_name,agency_url,agency_timezone',
      row('PZ', 'Autobusy Zmyślone', 'https://autobusy.cwiczenia.example', 'Europe/Warsaw'),
    ],
    routes: [
      'route_id,agency_id,route_short_name,route_long_name,route_type',
      row('Z1', 'PZ', 'Z1', 'Jędrzejów – Małogoszcz', 3),
      row('Z2', 'PZ', 'Z2', 'Jędrzejów – Krzelów', 3),
    ],
    stops: ['stop_id,stop_name,stop_lat,stop_lon', ...stops.map((stop) => row(...stop))],
    calendar: [
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
      row('R', 1, 1, 1, 1, 1, 0, 0, plain(clock.after(-60)), plain(clock.after(300))),
    ],
    trips: [
      'route_id,service_id,trip_id,trip_headsign',
      ...trips.map(({ id, line, goes }) => row(line, 'R', id, goes)),
    ],
    stop_times: [
      'trip_id,arrival_time,departure_time,stop_id,stop_sequence',
      ...trips.flatMap(({ id, at, calls }) =>
        calls.map(([stop, minutes], n) => row(id, later(at, minutes), later(at, minutes), stop, n + 1)),
      ),
    ],
  }
  return packed(
    Object.entries(files).map(([name, rows]) => ({ name: `${name}.txt`, text: `${rows.join('\r\n')}\r\n` })),
  )
}
