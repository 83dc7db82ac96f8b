import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase } from '../../proof/database.ts'
import { asOwner } from '../database/open.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const rows = <Row extends object>(sql: string, values: unknown[] = []) =>
  asOwner(database.ownerUrl, async (client) => (await client.query<Row>(sql, values)).rows)

// What the calendar of the country says, from another source than ours.
const holidays: [number, string][] = [
  [2016, '01-01 01-06 03-27 03-28 05-01 05-03 05-15 05-26 08-15 11-01 11-11 12-25 12-26'],
  [2024, '01-01 01-06 03-31 04-01 05-01 05-03 05-19 05-30 08-15 11-01 11-11 12-25 12-26'],
  [2025, '01-01 01-06 04-20 04-21 05-01 05-03 06-08 06-19 08-15 11-01 11-11 12-24 12-25 12-26'],
  [2026, '01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26'],
  [2027, '01-01 01-06 03-28 03-29 05-01 05-03 05-16 05-27 08-15 11-01 11-11 12-24 12-25 12-26'],
  [2030, '01-01 01-06 04-21 04-22 05-01 05-03 06-09 06-20 08-15 11-01 11-11 12-24 12-25 12-26'],
  [2035, '01-01 01-06 03-25 03-26 05-01 05-03 05-13 05-24 08-15 11-01 11-11 12-24 12-25 12-26'],
  [2038, '01-01 01-06 04-25 04-26 05-01 05-03 06-13 06-24 08-15 11-01 11-11 12-24 12-25 12-26'],
]

test.each(holidays)('the days off of %i are those of the calendar', async (year, expected) => {
  const days = expected.split(' ').map((day) => `${year}-${day}`)
  const off = await rows<{ day: string }>(
    `select to_char(d, 'YYYY-MM-DD') as day from generate_series($1::date, $2::date, '1 day') d
     where not deadlines.is_working_day(d::date) and (extract(isodow from d) < 6 or to_char(d, 'YYYY-MM-DD') = any ($3)) order by 1`,
    [`${year}-01-01`, `${year}-12-31`, days],
  )
  expect(off.map(({ day }) => day)).toEqual(days)
})

test('the app and the database count working days alike, for thirty years', async () => {
  const days = await rows<{ day: string; works: boolean; answer: string }>(
    `select to_char(d, 'YYYY-MM-DD') as day, deadlines.is_working_day(d::date) as works,
       to_char(deadlines.add_working_days(d::date, 7), 'YYYY-MM-DD') as answer
     from generate_series('2015-01-01'::date, '2044-12-31', '1 day') d`,
  )
  expect(days).toHaveLength(10_958)
  expect(
    days.filter(({ day, works, answer }) => isWorkingDay(day) !== works || addWorkingDays(day, 7) !== answer),
  ).toEqual([])
})
