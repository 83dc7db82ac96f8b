import { today } from '../../platform/texts/dates.ts'
import { birthDateOf, digitsOf, isPesel } from '../digits.ts'

/** Of age by the civil code (art. 10, 112): from the beginning of the day of the 18th birthday. */
const isOfAge = (birthDate: string) => `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` <= today()

/** The day of birth that is typed, or the last day of the year where no more is known. */
export const bornBy = ({ birthDate, birthYear }: { birthDate: string | null; birthYear?: string | null }) =>
  birthDate ?? (/^\d{4}$/.test(birthYear?.trim() ?? '') ? `${birthYear!.trim()}-12-31` : null)

/** The day of birth that a PESEL tells as it is typed; nothing of what is none. */
export const bornByPesel = (typed: string) =>
  (isPesel(digitsOf(typed)) && birthDateOf(digitsOf(typed))) || null

/** Whether a birth makes an adult of who is known as a child, or a child of an adult: what was signed about them ends then. */
export const isOtherAge = ({ child }: { child: boolean | null }, born: string | null) =>
  born !== null && isOfAge(born) === child
