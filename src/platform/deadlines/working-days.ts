import Holidays from 'date-holidays'

const polish = new Holidays('PL', { types: ['public'] })
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

const years = new Map<number, Set<string>>()
function holidaysOf(year: number): Set<string> {
  let days = years.get(year)
  if (!days) {
    days = new Set(polish.getHolidays(year).map(({ date }) => date.slice(0, 10)))
    // Christmas Eve is a public holiday since 2025 (Dz.U. 2024 poz. 1965).
    if (year >= 2025) days.add(`${year}-12-24`)
    years.set(year, days)
  }
  return days
}
