import { describe, expect, it } from 'vitest'
import {
  addDays,
  ageOn,
  clockTime,
  dateAndTime,
  dayOf,
  daysBetween,
  daysWord,
  dueWords,
  eventDay,
  hour,
  instantAt,
  longDate,
  numericDate,
  relativeDay,
  shortDay,
  weekdayAndDay,
} from './dates.ts'

const tuesday = '2026-11-24'

/** Words that stay on one line. */
const joined = (words: string) => words.replaceAll(' ', '\u00a0')

describe('the day in Warsaw', () => {
  it('is already tomorrow at 23:30 UTC in winter, and at 22:30 UTC in summer', () => {
    expect(dayOf('2026-11-23T23:30:00Z')).toBe('2026-11-24')
    expect(dayOf('2026-07-01T22:30:00Z')).toBe('2026-07-02')
    expect(dayOf('2026-11-23T22:30:00Z')).toBe('2026-11-23')
  })
  it('counts whole days across the change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
  it('shows the clock of Warsaw', () => {
    expect(clockTime('2026-11-24T11:31:00Z')).toBe('12:31')
    expect(clockTime('2026-07-24T10:31:00Z')).toBe('12:31')
    expect(dateAndTime('2026-11-24T23:05:00Z')).toBe(`${joined('25 listopada 2026')}, 0:05`)
  })
})

describe('a date in words', () => {
  it('keeps day, month and year on one line', () => {
    expect(longDate(tuesday)).toBe(joined('24 listopada 2026'))
    expect(weekdayAndDay(tuesday)).toBe(`wtorek, ${joined('24 listopada')}`)
    expect(shortDay('2026-11-20')).toBe(joined('20 lis'))
    expect(numericDate('2027-09-13')).toBe('13.09.2027')
  })
  it('says near days by their names', () => {
    expect(relativeDay(tuesday, 'pl', tuesday)).toBe('dziś')
    expect(relativeDay('2026-11-25', 'pl', tuesday)).toBe('jutro')
    expect(relativeDay('2026-11-23', 'pl', tuesday)).toBe('wczoraj')
    expect(relativeDay('2026-11-27', 'pl', tuesday)).toBe(joined('za 3 dni'))
    expect(relativeDay('2026-11-22', 'pl', tuesday)).toBe(joined('2 dni temu'))
  })
  it('adds the year to an event of another one', () => {
    expect(eventDay('2026-11-23', 'pl', tuesday)).toBe('wczoraj')
    expect(eventDay('2026-11-20', 'pl', tuesday)).toBe(joined('20 lis'))
    expect(eventDay('2025-11-20', 'pl', tuesday)).toBe('20.11.2025')
  })
})

describe('a deadline', () => {
  it('that passed says since when, in the right form of the word', () => {
    expect(dueWords('2026-11-22', 'pl', tuesday)).toEqual({
      state: 'late',
      word: 'po terminie',
      detail: joined('od 2 dni'),
    })
    expect(dueWords('2026-11-23', 'pl', tuesday).detail).toBe(joined('od 1 dnia'))
    expect(dueWords('2026-11-22', 'en', tuesday)).toEqual({
      state: 'late',
      word: 'overdue',
      detail: joined('by 2 days'),
    })
  })
  it('that comes says the weekday within a week, then the date', () => {
    expect(dueWords(tuesday, 'pl', tuesday)).toEqual({ state: 'today', word: 'dziś', detail: 'wtorek' })
    expect(dueWords('2026-11-27', 'pl', tuesday)).toEqual({
      state: 'later',
      word: joined('za 3 dni'),
      detail: 'piątek',
    })
    expect(dueWords('2026-11-30', 'pl', tuesday).detail).toBe(joined('30 listopada'))
  })
})

it('counts years of life from birthday to birthday', () => {
  expect(ageOn('2008-11-24', '2026-11-23')).toBe(17)
  expect(ageOn('2008-11-24', '2026-11-24')).toBe(18)
})

it('writes an hour without a nought before it', () => {
  expect(['08:22', '8:22', '13:05', '00:00', '24:00', ''].map(hour)).toEqual([
    '8:22',
    '8:22',
    '13:05',
    '0:00',
    '24:00',
    '',
  ])
})

it('declines days', () => {
  expect([1, 2, 5, 22].map((days) => daysWord(days))).toEqual(
    ['1 dzień', '2 dni', '5 dni', '22 dni'].map(joined),
  )
})

it('tells the instant of a time of day in Warsaw, also around the change of the clock', () => {
  expect(instantAt('2026-11-24', '9:05')).toBe('2026-11-24T08:05:00.000Z')
  expect(instantAt('2026-07-01', '00:30')).toBe('2026-06-30T22:30:00.000Z')
  expect(instantAt('2026-10-25', '04:00')).toBe('2026-10-25T03:00:00.000Z')
  expect(instantAt('2026-03-29', '04:00')).toBe('2026-03-29T02:00:00.000Z')
})
