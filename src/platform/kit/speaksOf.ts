/**
 * Whether somebody's own words speak of something that goes by any of these names (each after a comma): all words of
 * one name stand among them, in whatever grammatical form. "Ojciec pije" speaks of "picie, pije".
 */
export function speaksOf(words: string, names: string): boolean {
  const said = wordsOf(words)
  return names
    .split(/[,;()]/)
    .map(wordsOf)
    .some((name) => name.length > 0 && name.every((word) => said.some((each) => sameWord(each, word))))
}

/** Two forms of one word: what stays when its ending is taken off. Short words have short endings. */
function sameWord(said: string, word: string): boolean {
  if (word.length < 4) return said === word
  return said.startsWith(word.slice(0, word.length - (word.length < 6 ? 1 : 2)))
}

/** Without Polish letters and capitals; ą and ę are one, as they change into each other ("pieniądze", "pieniędzy"). */
const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('pl')
    .replaceAll('ł', 'l')
    .replaceAll('ę', 'ą')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
