// Papers leave the house: whoever holds one reads it, whatever Splot would show them. So each is filled by whom it is
// for (docs/decisions/007), never by what its writer may see.

/** Whoever gets a paper into their hands, and for whom they may know what otherwise only the person knows. */
type Reader = { person: string; speaksFor: string[] }

/** Those whom a paper is for. */
export type Readers = {
  /** `authority`: a court or office that the law lets read the file. */
  who: Reader[] | 'authority'
  /** Whose things alone the paper is about (and the household's own): a contract of one person. Null: of all. */
  only: string[] | null
  /** Members who are not known to be children; who is not seen by the writer counts as one more. */
  adults: string[]
  /** Pairs that a court keeps apart, in both directions. */
  apart: Set<string>
  /** Members who live there no more: nobody who stayed gets what is about them, nor they what is about those. */
  gone: string[]
}

/** What may stand on a paper, told by whom it is about and what it is. */
export type Fact = {
  /** People by name, the household together, or somebody of whom nobody wrote who it is. */
  about: string[] | 'household' | 'somebody'
  classes?: string[]
  /** Somebody must not know it: a way of contact, an address that is protected. */
  secret?: boolean
  /** Told to others by law, and not to those at home: a notice of a crime. */
  quiet?: boolean
  /** Free words, which may say anything about whom they are: a purpose. */
  typed?: boolean
}

export const keptOffReasons = [
  'violence',
  'by-law',
  'must-not-know',
  'kept-apart',
  'moved-out',
  'another-adult',
  'nobody-named',
  'goals-area',
  'not-theirs',
] as const
export type KeptOff = (typeof keptOffReasons)[number]
/** `area`: the life domain of its goal, where that alone keeps it off. */
export type LeftOut = { what: string; because: KeptOff; area?: string | undefined }

const delicate = ['whereabouts', 'health', 'addiction', 'justice']

/**
 * Whether something may stand on a paper for these readers: null when it may, else why not. The one rule of all papers.
 */
export function keptOff(
  { about, classes = [], secret = false, quiet = false, typed = false }: Fact,
  readers: Readers,
): KeptOff | null {
  if (classes.includes('violence')) return 'violence'
  if (quiet) return 'by-law'
  const { who, only, adults, apart, gone } = readers
  if (who === 'authority') return secret ? 'must-not-know' : null
  const named = typeof about === 'string' ? null : about
  const areAmong = (people: string[]) =>
    who.every((reader) => [reader.person, ...reader.speaksFor].some((id) => people.includes(id)))
  if (secret && !(named && who.every(({ person }) => named.every((id) => id === person))))
    return 'must-not-know'
  if (named?.some((id) => who.some(({ person }) => apart.has(`${person} ${id}`)))) return 'kept-apart'
  const liveApart = (reader: Reader, id: string) =>
    ![reader.person, ...reader.speaksFor].includes(id) && (gone.includes(reader.person) || gone.includes(id))
  if (named?.some((id) => who.some((reader) => liveApart(reader, id)))) return 'moved-out'
  if (only && named?.length && !named.some((id) => only.includes(id))) return 'not-theirs'
  if (about === 'household' || !(typed || classes.some((each) => delicate.includes(each)))) return null
  // Of a child the adults of its house may know, not another child.
  const ofChildren =
    named?.every((id) => !adults.includes(id)) && who.every(({ person }) => adults.includes(person))
  if (named) return areAmong(named) || ofChildren ? null : 'another-adult'
  return adults.every((id) => areAmong([id])) ? null : 'nobody-named'
}

/**
 * What was written in a life domain, by whom it is about. A domain itself says "adults" or everybody where nobody was chosen,
 * so these name nobody; fewer of the adults, or children alone, were meant.
 */
export const ofArea = (dataClass: string, about: string[], adults: string[]): Fact => ({
  about: about.length && !adults.every((id) => about.includes(id)) ? about : 'somebody',
  classes: [dataClass],
})

/** Those whom a court keeps apart from one of the readers. */
export const keptApartFrom = ({ who, apart }: Readers): string[] =>
  who === 'authority'
    ? []
    : [...apart]
        .map((pair) => pair.split(' '))
        .flatMap(([one, other]) => (who.some(({ person }) => person === one) ? [other!] : []))

/** Takes what may stand on a paper and remembers what was left out, for whoever prints it. */
export function sieveFor(readers: Readers) {
  const leftOut: LeftOut[] = []
  return {
    leftOut,
    keep: <Thing>(
      things: Thing[],
      fact: (thing: Thing) => Fact,
      what: (thing: Thing) => string,
      why: (thing: Thing, because: KeptOff) => Omit<LeftOut, 'what'> = (_, because) => ({ because }),
    ): Thing[] =>
      things.filter((thing) => {
        const because = keptOff(fact(thing), readers)
        const told = because && { what: what(thing), ...why(thing, because) }
        if (told && !leftOut.some((each) => each.what === told.what && each.because === told.because))
          leftOut.push(told)
        return !because
      }),
  }
}
