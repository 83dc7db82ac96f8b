import { Refusal } from '../platform/http/problem.ts'
import { birthDateOf, sexOf } from './digits.ts'

type Facts = {
  birthDate?: string | undefined
  birthYear?: number | undefined
  sex?: 'female' | 'male' | undefined
  expected?: boolean | undefined
}

/**
 * Birth and sex of a person as they were typed, and as the digits of a PESEL tell where nothing was. 400 at the field
 * that disagrees with the others: also at whichever tells of a birth where a child is expected still.
 */
export function agreeing(
  { birthDate, birthYear, sex, expected }: Facts,
  pesel: string | undefined,
  at: (field: string) => string = (field) => field,
): Facts {
  const told = pesel && { birthDate: birthDateOf(pesel)!, sex: sexOf(pesel) }
  const disagrees = (field: string) => new Refusal(400, 'households:pesel-disagrees', { field: at(field) })
  if (told && birthDate && birthDate !== told.birthDate) throw disagrees('birthDate')
  if (told && birthYear && birthYear !== Number(told.birthDate.slice(0, 4))) throw disagrees('birthYear')
  if (told && sex && sex !== told.sex) throw disagrees('sex')
  const born = (birthDate && 'birthDate') || (birthYear && 'birthYear') || (pesel && 'pesel')
  if (expected && born) throw new Refusal(400, 'households:not-born-yet', { field: at(born) })
  if (birthDate && birthYear && birthYear !== Number(birthDate.slice(0, 4)))
    throw new Refusal(400, 'households:year-disagrees', { field: at('birthYear') })
  return told ? { ...told, birthYear } : { birthDate, birthYear, sex }
}
