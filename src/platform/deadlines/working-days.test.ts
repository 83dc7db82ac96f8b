import Holidays from 'date-holidays'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase } from '../../proof/database.ts'
import { asOwner } from '../database/open.ts'
import { addDays } from '../texts/dates.ts'
import { workingDayFrom } from './workingDay.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const ask = <T>(sql: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<T[]>({ text: sql, values, rowMode: 'array' })
    return rows[0]![0]
  })
const isWorkingDay = (day: string) => ask<boolean>('select splot.is_working_day($1)', day)
const addWorkingDays = (day: string, count: number) =>
  ask<string>('select splot.add_working_days($1, $2)::text', day, count)
const workingDaysBetween = (since: string, until: string) =>
  ask<number>('select splot.working_days_between($1, $2)', since, until)

test('weekends and public holidays are no working days', async () => {
  for (const day of ['2026-11-11', '2026-11-22', '2026-04-06', '2026-06-04', '2026-12-24', '2027-01-06'])
    expect(await isWorkingDay(day), day).toBe(false)
  for (const day of ['2026-11-24', '2026-12-23', '2024-12-24', '2010-01-06'])
    expect(await isWorkingDay(day), day).toBe(true)
})

test('seven working days over the first of November end on the day people expect', async () => {
  expect(await addWorkingDays('2026-10-30', 7)).toBe('2026-11-10')
  expect(await addWorkingDays('2026-11-10', 1)).toBe('2026-11-12')
  expect(await addWorkingDays('2026-11-21', 0)).toBe('2026-11-23')
  expect(await addWorkingDays('2026-11-22', 0)).toBe('2026-11-23')
  expect(await workingDaysBetween('2026-10-30', '2026-11-10')).toBe(7)
  expect(await workingDaysBetween('2026-11-10', '2026-10-30')).toBe(0)
  for (const day of ['2026-11-27', '2026-11-28', '2026-11-29'])
    expect(await workingDaysBetween(day, (await addWorkingDays(day, 7))!), day).toBe(7)
})

test('from a day off one counts as the code of administrative procedure does: that day does not count', async () => {
  for (const [day, count, reached] of [
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-21', 2, '2026-11-24'],
    ['2026-11-22', 2, '2026-11-24'],
    ['2026-11-20', 2, '2026-11-24'],
    ['2026-11-11', 1, '2026-11-12'],
    ['2026-12-24', 1, '2026-12-28'],
  ] as const) {
    expect(await addWorkingDays(day, count), `${day} + ${count}`).toBe(reached)
    expect(await workingDaysBetween(day, reached), `${day} to ${reached}`).toBe(count)
  }
})

test('days between are those that were added, from whatever day one begins', async () => {
  const wrong = await ask<string[]>(`
    select coalesce(array_agg(d::date || ' ' || n), '{}') from generate_series(date '2026-12-01', '2027-06-30', interval '1 day') d, generate_series(1, 15) n
    where splot.working_days_between(d::date, splot.add_working_days(d::date, n)) <> n`)
  expect(wrong).toEqual([])
})

test('the days off are those that a library of holidays knows, and Christmas Eve since 2025', async () => {
  const library = new Holidays('PL', { types: ['public'] })
  for (let year = 2011; year <= 2100; year++) {
    const known = new Set(library.getHolidays(year).map(({ date }) => date.slice(0, 10)))
    if (year >= 2025) known.add(`${year}-12-24`)
    const ours = await ask<string[]>(
      'select array_agg(day::text order by day) from deadlines.holiday where extract(year from day) = $1',
      year,
    )
    expect(ours, String(year)).toEqual([...known].sort())
  }
})

test('days that pages propose are working days, as the database reckons them', async () => {
  const days = Array.from({ length: 366 * 12 }, (_, i) => addDays('2026-01-01', i))
  const reached = await ask<string[]>(
    'select array_agg(splot.add_working_days(day, 0)::text order by n) from unnest($1::date[]) with ordinality as d(day, n)',
    days,
  )
  expect(days.map(workingDayFrom)).toEqual(reached)
})
