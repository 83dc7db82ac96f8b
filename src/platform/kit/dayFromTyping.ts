import { type Day, today } from '../texts/dates.ts'

const months = ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'pa', 'lis', 'gru']

/**
 * Reads a day as people write it in Poland: "24.11.2026", "24 11", "5 gru", "1 maja 2027", "2026-11-24".
 * Without a year it is the current one. Null when it is no day of the calendar.
 */
export function dayFromTyping(typed: string, now: Day = today()): Day | null {
  const iso = typed.trim().match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)
  if (iso) return dayOfCalendar(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = typed
    .trim()
    .toLowerCase()
    .match(/^(\d{1,2})[\s./-]+([\p{L}]{2,}|\d{1,2})(?:[\s./-]+(\d{4}|\d{2}))?\.?$/u)
  if (!parts) return null
  const month = /^\d/.test(parts[2]!) ? Number(parts[2]) : monthByName(parts[2]!)
  const year = parts[3] === undefined ? Number(now.slice(0, 4)) : fullYear(Number(parts[3]))
  return dayOfCalendar(year, month, Number(parts[1]))
}

/** "maja" and "maj" begin alike; "mar" is tried before "maj" only by its own letters. */
const monthByName = (name: string) => months.findIndex((start) => name.startsWith(start)) + 1

const fullYear = (year: number) => (year >= 100 ? year : year + 2000)

function dayOfCalendar(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}
