/** A commune (or a partnership without communes) in which one may report, with the names by which a place is said to be there. */
export type Place = { partnershipId: string; commune: string | null; name: string; localities: string[] }

/**
 * Where a place lies, told by typing: the only one whose commune or locality is named in the text. The commune beats
 * a locality of the same name elsewhere, the longer name the shorter one within it. Null when none or several are.
 */
export function placeIn(text: string, places: readonly Place[]): Place | null {
  if (places.length === 1) return places[0]!
  const said = ` ${plain(text)} `
  const named = places.filter(({ name }) => holds(said, `gmina ${name}`))
  if (named.length === 1) return named[0]!
  const found = places.flatMap((place) =>
    [place.name, ...place.localities].filter((name) => holds(said, name)).map((name) => ({ place, name })),
  )
  const longest = Math.max(0, ...found.map(({ name }) => name.length))
  const meant = new Set(found.filter(({ name }) => name.length === longest).map(({ place }) => place))
  return meant.size === 1 ? [...meant][0]! : null
}

/** A name among words, with an ending that it may take: "w Węgleszynie". */
const holds = (said: string, name: string) =>
  new RegExp(`[^\\p{L}]${escaped(plain(name))}\\p{L}{0,3}[^\\p{L}]`, 'u').test(said)

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const plain = (text: string) =>
  text.trim().toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
