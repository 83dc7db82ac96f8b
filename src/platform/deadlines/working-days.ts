import { readCodeList } from '../../../data/codes.ts'

const oneDay = 86_400_000

/** Whether people work in Polish offices on a day (`YYYY-MM-DD`): not on Saturdays, Sundays and public holidays. */
export function isWorkingDay(day: string): boolean {
  const date = new Date(`${day}T12:00:00Z`)
  const weekday = date.getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidaysOf(date.getUTCFullYear()).has(day)
}

/** The day that is so many working days after another; 0 gives that day itself, or the next working one. */
export function addWorkingDays(day: string, count: number): string {
  let at = day
  while (!isWorkingDay(at)) at = next(at)
  for (let left = count; left > 0; ) {
    at = next(at)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** Working days from one day (exclusive) to another (inclusive); negative when the other lies before. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from)
  let count = 0
  for (let at = from; at < to; ) {
    at = next(at)
    if (isWorkingDay(at)) count++
  }
  return count
}

/** Today in Poland, whatever the clock of the machine is set to. */
export const todayInPoland = (now = new Date()) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(now)

const next = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + oneDay).toISOString().slice(0, 10)

let holidays: ReturnType<typeof readCodeList<'deadlines.holiday'>>['entries'] | undefined
const years = new Map<number, Set<string>>()

/** Public holidays of a year, by the table that the database has too (`deadlines.holiday`). */
function holidaysOf(year: number): Set<string> {
  let days = years.get(year)
  if (!days) {
    holidays ??= readCodeList('deadlines.holiday').entries
    days = new Set(
      holidays
        .map(({ validFrom = '', validTo = '9999', ...at }) => ({ validFrom, validTo, on: dayOf(year, at) }))
        .filter(({ on, validFrom, validTo }) => on >= validFrom && on <= validTo)
        .map(({ on }) => on),
    )
    years.set(year, days)
  }
  return days
}

const dayOf = (year: number, at: { month?: number; day?: number; afterEaster?: number }) =>
  new Date(
    at.afterEaster === undefined
      ? Date.UTC(year, at.month! - 1, at.day)
      : easter(year) + at.afterEaster * oneDay,
  )
    .toISOString()
    .slice(0, 10)

/** Easter Sunday (Meeus, Jones, Butcher), as the database counts it (`deadlines.easter`). */
function easter(year: number): number {
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const golden = year % 19
  const quarter = Math.floor(century / 4)
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const h = (19 * golden + century - quarter - moon + 15) % 30
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7
  const m = Math.floor((golden + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}
