/**
 * Who of these people is named in a text, in whatever case of the Polish language: "u Karoliny", "z Kacprem", "o Magdzie",
 * and by the usual short names ("Kuby" is Jakub). Only words with a capital letter are names; it tells too many rather
 * than too few, for it is only asked about.
 */
export function namedIn<P extends { givenName: string }>(text: string, people: P[]): P[] {
  const words = [...text.matchAll(/\p{Lu}\p{L}+/gu)].map(([word]) => folded(word))
  if (!words.length) return []
  return people.filter(({ givenName }) => {
    const forms = formsOf(givenName)
    return words.some((word) => forms.some((form) => form.test(word)))
  })
}

/** Without Polish letters and capitals. */
const folded = (word: string) =>
  word.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')

const known = new Map<string, RegExp[]>()
function formsOf(givenName: string): RegExp[] {
  const kept = known.get(givenName)
  if (kept) return kept
  // Of two names ("Anna Maria") each is one that people say.
  const names = givenName
    .split(/[\s-]+/)
    .map((name) => folded(name).replace(/\P{L}/gu, ''))
    .filter((name) => name.length > 1)
  const forms = names.flatMap((name) => [name, ...(shortNames[name] ?? [])]).map(declined)
  known.set(givenName, forms)
  return forms
}

/** All forms of one name. */
function declined(name: string): RegExp {
  const soft = /i?a$/
  if (soft.test(name)) {
    const stem = name.replace(soft, '')
    return new RegExp(
      `^(${stem}|${softened(stem)}|${stem}(k|c|eczk|ecz|usi|uni))(ia|i?a|i?e|ii|i|y|i?o|i?u)$`,
    )
  }
  if (/[oiy]$/.test(name)) {
    const stem = name.slice(0, -1)
    return new RegExp(`^${stem}(${name.at(-1)}|i?ego|i?emu|i?m|y?m|a|owi|iem|em|i?e|u)$`)
  }
  // Kacper – Kacpra, Marek – Marka, Paweł – Pawła.
  const short = name.replace(/i?e([lrk])$/, '$1')
  const endings = '(|i?a|i?owi|i?em|i?e|i?u)'
  return new RegExp(`^(${name}|${short}|${softened(name)}|${softened(short)}|${name}e?k)${endings}$`)
}

/** A consonant before "-e" and "-ie": Marcie, Monice, Oldze, Barbarze, Magdzie, Robercie, Piotrze. */
const softened = (stem: string) => {
  const [, before, last] = /^(.*?)(st|ch|[tdrkg])$/.exec(stem) ?? []
  return last
    ? `${before}${{ st: 'sci', ch: 'sz', t: 'ci', d: 'dzi', r: 'rz', k: 'c', g: 'dz' }[last]}`
    : stem
}

/** Short names that have another stem than the name on paper. */
const shortNames: Record<string, string[]> = {
  agnieszka: ['aga'],
  aleksander: ['olek'],
  aleksandra: ['ola'],
  andrzej: ['jedrek'],
  anna: ['ania'],
  antoni: ['antek'],
  barbara: ['basia'],
  bartlomiej: ['bartek'],
  bartosz: ['bartek'],
  dorota: ['dorotka'],
  elzbieta: ['ela'],
  franciszek: ['franek'],
  grzegorz: ['grzesiek', 'grzes'],
  hanna: ['hania', 'hanka'],
  jakub: ['kuba'],
  jan: ['jas', 'janek'],
  jerzy: ['jurek'],
  joanna: ['asia', 'joasia'],
  jozef: ['jozek'],
  karolina: ['karola'],
  katarzyna: ['kasia', 'kaska'],
  krzysztof: ['krzysiek', 'krzys'],
  ludwik: ['lutek'],
  magdalena: ['magda'],
  malgorzata: ['gosia', 'malgosia'],
  maria: ['marysia'],
  mateusz: ['mati'],
  miroslaw: ['mirek'],
  miroslawa: ['mirka'],
  pawel: ['pawelek'],
  stanislaw: ['stas', 'staszek'],
  stanislawa: ['stasia'],
  tadeusz: ['tadek'],
  tomasz: ['tomek'],
  tymoteusz: ['tymek'],
  wiktoria: ['wika'],
  wojciech: ['wojtek'],
  zbigniew: ['zbyszek'],
  zofia: ['zosia'],
  zuzanna: ['zuzia'],
}
