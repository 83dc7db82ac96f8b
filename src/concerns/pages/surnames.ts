const notNames =
  /^(rodzina|państwo|pan|pani|mama|tata|syn|córka|dzieci|dziecko|brat|siostra|uczeń|uczennica)$/i

/**
 * A name to begin looking with, from how a reporter called a family: "Rodzina Próbnych: mama Ola" → "Próbnych", "Hania
 * Wydumana i brat Olek" → "Hania Wydumana".
 */
export function nameIn(who: string): string {
  const runs = who.match(/\p{L}[\p{L}-]+(?: +\p{L}[\p{L}-]+)*/gu) ?? []
  const names = runs.map((run) => {
    const words = run.split(/ +/)
    const isName = (word: string | undefined) =>
      word !== undefined && /^\p{Lu}/u.test(word) && !notNames.test(word)
    const at = words.findIndex(isName)
    return at < 0 ? '' : words.slice(at, isName(words[at + 1]) ? at + 2 : at + 1).join(' ')
  })
  return names.find(Boolean) ?? ''
}

/** What a family is called by its surname, where the language tells: "Wzorkowska" → "Wzorkowscy"; else the surname. */
export const familyOf = (surname: string): string => surname.replace(/(s|c|dz)k[ai]$/u, '$1cy')
