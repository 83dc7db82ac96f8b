import { randomUUID } from 'node:crypto'
import { addDays, today } from '../platform/texts/dates.ts'
import type { Partnership } from './partnership.ts'

/** What somebody sends who refers a boy to another institution, on his consent. */
export const aReferral = (partnership: Partnership, to: string) => ({
  id: randomUUID(),
  partnershipId: partnership.id,
  to,
  aboutAs: 'boy' as const,
  age: 9,
  who: 'Jan Zmyślony',
  words: 'Prosimy o rozmowę z chłopcem.',
  points: [{ id: randomUUID(), what: 'Rozmowa' }],
  basis: 'person' as const,
  agreedForm: 'paper_signed',
  agreedOn: today(),
  until: addDays(today(), 90),
  urgency: 'usual' as 'usual' | 'urgent',
})
