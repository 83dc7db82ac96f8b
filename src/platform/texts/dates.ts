import { homeZone, type Locale } from './locales.ts'

/** A day in Poland as `YYYY-MM-DD`, the form of columns `date` and of date fields. */
export type Day = string

const noBreak = '\u00a0'
const millisecondsOfDay = 86_400_000

const asDate = (instant: Date | string | number) => (instant instanceof Date ? instant : new Date(instant))
/** A day is shown through noon UTC: never across midnight in any zone of Europe. */
const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`)

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: homeZone, ...options })
  formats.set(key, made)
  return made
}

/** The day in Warsaw at an instant: 23:30 UTC already belongs to the next one. */
export function dayOf(instant: Date | string | number): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: homeZone }).format(asDate(instant))
}

/** The instant (ISO, UTC) at which it is a given time of day in Warsaw: `instantAt('2026-11-24', '12:31')`. */
export function instantAt(day: Day, clock: string): string {
  const asIfUtc = Date.parse(`${day}T${clock.padStart(5, '0')}:00Z`)
  const shiftAt = (instant: number) =>
    Date.parse(
      `${new Intl.DateTimeFormat('sv-SE', { timeZone: homeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)}Z`.replace(
        ' ',
        'T',
      ),
    ) - instant
  // The second look is for the nights on which the clock changes.
  return new Date(asIfUtc - shiftAt(asIfUtc - shiftAt(asIfUtc))).toISOString()
}

export const today = (now: Date = new Date()): Day => dayOf(now)

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / millisecondsOfDay)
}

export function addDays(day: Day, days: number): Day {
  return new Date(noonOf(day).getTime() + days * millisecondsOfDay).toISOString().slice(0, 10)
}

/** Completed years of life on a day, as the law counts them: the birthday itself already counts. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** "listopad 2026". */
export function monthAndYear(day: Day, locale: Locale = 'pl'): string {
  return format(locale, { month: 'long', year: 'numeric' }).format(noonOf(day)).replaceAll(' ', noBreak)
}

/** "24 listopada 2026": the year never starts a new line, nor does the month. */
export function longDate(day: Day, locale: Locale = 'pl'): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' })
    .format(noonOf(day))
    .replaceAll(' ', noBreak)
}

/** "24 listopada" */
export function dayAndMonth(day: Day, locale: Locale = 'pl'): string {
  return format(locale, { day: 'numeric', month: 'long' }).format(noonOf(day)).replaceAll(' ', noBreak)
}

/** "20 lis", for narrow columns */
export function shortDay(day: Day, locale: Locale = 'pl'): string {
  return format(locale, { day: 'numeric', month: 'short' })
    .format(noonOf(day))
    .replace(/\.$/, '')
    .replaceAll(' ', noBreak)
}

/** "24.11.2026", for tables */
export function numericDate(day: Day, locale: Locale = 'pl'): string {
  return format(locale, { day: 'numeric', month: '2-digit', year: 'numeric' }).format(noonOf(day))
}

/** "24.11.2026", as one types a day, whatever the language */
export const typedDay = (day: Day) => day.split('-').reverse().join('.')

/** "wtorek" */
export function weekday(day: Day, locale: Locale = 'pl'): string {
  return format(locale, { weekday: 'long' }).format(noonOf(day))
}

/** "wtorek, 24 listopada" */
export function weekdayAndDay(day: Day, locale: Locale = 'pl'): string {
  return `${weekday(day, locale)}, ${dayAndMonth(day, locale)}`
}

/** "12:31" in Warsaw */
export function clockTime(instant: Date | string | number, locale: Locale = 'pl'): string {
  return format(locale, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(asDate(instant))
}

/** "8:22" of "08:22": an hour of no day, as the house writes it. */
export const hour = (clock: string) => clock.replace(/^0(?=\d)/, '')

/** "24 listopada 2026, 12:31" in Warsaw */
export function dateAndTime(instant: Date | string | number, locale: Locale = 'pl'): string {
  return `${longDate(dayOf(instant), locale)}, ${clockTime(instant, locale)}`
}

const dayWords: Record<Locale, [yesterday: string, today: string, tomorrow: string]> = {
  pl: ['wczoraj', 'dziś', 'jutro'],
  en: ['yesterday', 'today', 'tomorrow'],
  uk: ['вчора', 'сьогодні', 'завтра'],
}

/** "wczoraj", "dziś", "jutro", "za 3 dni", "4 dni temu" */
export function relativeDay(day: Day, locale: Locale = 'pl', now: Day = today()): string {
  const days = daysBetween(now, day)
  if (Math.abs(days) <= 1) return dayWords[locale][(days + 1) as 0 | 1 | 2]
  return new Intl.RelativeTimeFormat(locale).format(days, 'day').replaceAll(' ', noBreak)
}

/** For a past event: "dziś", "wczoraj", "20 lis", and with the year when it was another one. */
export function eventDay(day: Day, locale: Locale = 'pl', now: Day = today()): string {
  const days = daysBetween(now, day)
  if (days === 0 || days === -1) return relativeDay(day, locale, now)
  return day.slice(0, 4) === now.slice(0, 4) ? shortDay(day, locale) : numericDate(day, locale)
}

/** "1 dzień", "3 dni", "7 dni" */
export function daysWord(days: number, locale: Locale = 'pl'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' })
    .format(days)
    .replaceAll(' ', noBreak)
}

export type Due = { state: 'late' | 'today' | 'later'; word: string; detail: string }

const late: Record<Locale, { word: string; since: (days: number) => string }> = {
  pl: { word: 'po terminie', since: (days) => `od ${days === 1 ? '1 dnia' : `${days} dni`}` },
  en: { word: 'overdue', since: (days) => `by ${days === 1 ? '1 day' : `${days} days`}` },
  uk: { word: 'прострочено', since: (days) => `на ${daysWord(days, 'uk')}` },
}

/**
 * A deadline in words first, date second: "po terminie" + "od 2 dni", "dziś" + "wtorek",
 * "za 3 dni" + "piątek", "za 12 dni" + "6 grudnia". Within a week the weekday says more than the number.
 */
export function dueWords(day: Day, locale: Locale = 'pl', now: Day = today()): Due {
  const days = daysBetween(now, day)
  if (days < 0) {
    const { word, since } = late[locale]
    return { state: 'late', word, detail: since(-days).replaceAll(' ', noBreak) }
  }
  const detail = days < 6 ? weekday(day, locale) : dayAndMonth(day, locale)
  return { state: days === 0 ? 'today' : 'later', word: relativeDay(day, locale, now), detail }
}
