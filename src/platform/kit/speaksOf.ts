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

/** Two forms of one word: one stem, and an ending that Polish or English has. "Leki" are "lekami" and neither a lesson nor a doctor. */
function sameWord(said: string, word: string): boolean {
  if (word.length < 4) return said === word
  const stem = word.replace(/[aeiouy]{1,2}$|[aeiy]c$/, '')
  return formsOf(stem).some((form) => said.startsWith(form) && isEnding(said.slice(form.length), word))
}

/** A stem, without its fleeting e ("wypadek", "wypadku"), of a verb in the past ("katuje", "katował"), and softened before an ending ("szkoda", "noga": "nodze"). */
const formsOf = (stem: string): string[] => [
  stem,
  stem.replace(/e([^aeiouy])$/, '$1'),
  stem.replace(/uj$/, 'ow'),
  ...softened
    .filter(([hard]) => stem.endsWith(hard!))
    .flatMap(([hard, ...soft]) => soft.map((end) => stem.slice(0, -hard!.length) + end)),
]

const softened = [
  ['k', 'c', 'cz'],
  ['g', 'dz', 'z'],
  ['r', 'rz'],
  ['t', 'c'],
  ['d', 'dz'],
  ['ch', 'sz'],
]

const endings = new Set(
  `a e i u y ie ia iu ja ji je em iem om iom ow iow ami iami ach iach mi ego iego emu iemu ej iej ym im ymi imi ych ich osc osci
  ac am asz amy acie al ala ali aly ec esz emy ecie el ela eli ic il ila ili ily isz imy icie yc ysz yl yla yli ymy ycie
  uje uja ujesz ujemy owac owal owala owali any ana ane ani anych anej anego ony ona one oni onych onej onego acy aca ace
  ny na ne ni nych nym nymi nej nego
  s es ed ing er ers en ening`.split(/\s+/),
)

/** Nothing, an ending, or an o of a neuter ("dziecko", "dziecka"): "długo" is no debt. */
const isEnding = (tail: string, word: string) =>
  !tail || endings.has(tail) || (tail === 'o' && /[oa]$/.test(word))

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
