import { today } from '../platform/texts/dates.ts'

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]

/**
 * Whether these are the 11 digits of a PESEL: its check digit fits and its first six digits are a day on which somebody
 * who lives can be born.
 */
export function isPesel(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  const born = birthDateOf(digits)
  return (
    (10 - (sum % 10)) % 10 === Number(digits[10]) && born !== undefined && born >= '1900' && born <= today()
  )
}

/** The day of birth that a PESEL tells (`YYYY-MM-DD`); the century is coded in the month. Nothing for an impossible day. */
export function birthDateOf(digits: string): string | undefined {
  const month = Number(digits.slice(2, 4))
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)]
  if (century === undefined) return undefined
  const day = new Date(
    Date.UTC(century + Number(digits.slice(0, 2)), (month % 20) - 1, Number(digits.slice(4, 6))),
  )
  const told = day.toISOString().slice(0, 10)
  return told.slice(5) === `${String(month % 20).padStart(2, '0')}-${digits.slice(4, 6)}` ? told : undefined
}

/** The sex that a PESEL tells: its tenth digit is odd for a man. */
export const sexOf = (digits: string) => (Number(digits[9]) % 2 ? ('male' as const) : ('female' as const))

/** The digits of a PESEL as it was typed. */
export const digitsOf = (typed: string) => typed.replace(/[\s-]/g, '')
