import type { Locale } from './locales.ts'

const collators = new Map<Locale, Intl.Collator>()

/** The order of an index in a Polish book: ą after a, ł after l; numbers by value. */
export function compareNames(a: string, b: string, locale: Locale = 'pl'): number {
  let collator = collators.get(locale)
  if (!collator) {
    collator = new Intl.Collator(locale, { numeric: true })
    collators.set(locale, collator)
  }
  return collator.compare(a, b)
}

/** A sorted copy by the name each thing bears. */
export function sortByName<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  locale: Locale = 'pl',
): T[] {
  return [...things].sort((a, b) => compareNames(nameOf(a), nameOf(b), locale))
}

const signs = new Intl.Segmenter('pl')

/** "JP" of "Joanna Przykładna"; of a sign made of several parts the whole. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words[0]!, words[words.length - 1]!] : words
  return picked.map((word) => [...signs.segment(word)][0]!.segment.toLocaleUpperCase('pl')).join('')
}
