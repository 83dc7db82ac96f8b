import { today } from '../../platform/texts/dates.ts'
import type { Person } from './relationWords.ts'

type Told = Pick<Person, 'age' | 'birthDate' | 'birthYear' | 'expected' | 'diedOn'>

/** How old somebody is, in words: of whom the year of birth alone is known, both ages that may be. */
export function ageWords(
  { age, birthDate, birthYear, expected, diedOn }: Told,
  t: (key: string, values?: Record<string, unknown>) => string,
): string | null {
  if (expected) return t('people.expected')
  if (age === null) return null
  const most = birthDate ? age : Number((diedOn ?? today()).slice(0, 4)) - birthYear!
  return most > age ? t('people.ageOfYear', { age, most }) : t('people.age', { age })
}
