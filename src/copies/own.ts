import { namedIn } from '../cases/pages/namedIn.ts'
import { type Fact, keptOff, type Readers } from '../households/on-paper.ts'
import type { Kept } from '../platform/kept.ts'
import { speaksOf } from '../platform/kit/speaksOf.ts'

/** Why something that is also about a person does not stand in their copy; never told on the paper. */
export const leftOutReasons = ['others', 'names', 'not-on-paper'] as const
export type LeftOut = (typeof leftOutReasons)[number]

/** Whose copy it is and into whose hands it goes. */
export type Copy = {
  personId: string
  /** The person, and of who reads it themselves the children whom they represent. */
  covered: string[]
  /** Into the hands of somebody who represents the person. */
  byAnother: boolean
  readers: Readers
  /** Those of the household of whom nothing may be said here, by all names that are kept of them. */
  others: { givenName: string; familyNames: string[] }[]
  /** Words that speak of violence. */
  violence: string
}

/** Classes that may stand in it of what is about the person alone. */
export const classesIn = ({ byAnother }: Pick<Copy, 'byAnother'>) =>
  byAnother ? ['file', 'health'] : ['file', 'health', 'addiction']

/** What is kept, and what its institution's kind tells of whoever comes there. */
export type Told = Kept & { institution: string | null; tells: string | null; tellsPlace: boolean }

/**
 * Whether something stands in a copy of what is kept about one person: null when it does, else why not. Of what is about
 * nobody but them; of who reads it themselves also about them with children whom they represent, where it is an ordinary
 * matter. The one rule of the copy (docs/decisions/036).
 */
export function leftOutOf(copy: Copy, kept: Told): LeftOut | null {
  const { personId, covered, readers, others, violence } = copy
  if (!kept.about.every((id) => covered.includes(id))) return 'others'
  const alone = kept.about.length === 1 && kept.about[0] === personId
  const classes = [...kept.classes, ...(kept.tells ? [kept.tells] : [])]
  const open = alone ? classesIn(copy) : ['file']
  if (!classes.every((each) => open.includes(each)) || kept.tellsPlace) return 'not-on-paper'
  const fact: Fact = { about: kept.about, classes }
  if (keptOff(fact, readers)) return 'not-on-paper'
  const words = kept.lines.map((line) => line.words ?? '').join('\n')
  if (speaksOf(words, violence)) return 'not-on-paper'
  return namesOneOf(words, others) ? 'names' : null
}

const capital = /\p{Lu}[\p{L}-]+/gu
/** Longer ones are no ordinary words: of "maja" and "ola" nobody knows. */
const long = /(?<!\p{L})\p{Ll}\p{L}{4,}/gu

/**
 * Whether words name one of these people in any grammatical form: by a given name, also a usual short one or written small, as
 * one types on a phone; by a family name where it begins with a capital letter, for many are ordinary words.
 */
function namesOneOf(words: string, others: Copy['others']): boolean {
  const small = [...words.matchAll(long)].map(([word]) => word[0]!.toLocaleUpperCase('pl') + word.slice(1))
  if (namedIn(`${words} ${small.join(' ')}`, others).length) return true
  const called = others.flatMap(({ familyNames }) => familyNames)
  const written = [...words.matchAll(capital)].map(([word]) => word).join(' ')
  return (
    called.some((name) => speaksOf(written, name)) ||
    namedIn(
      written,
      called.map((givenName) => ({ givenName })),
    ).length > 0
  )
}
