const notNames =
  /^(rodzina|państwo|pan|pani|mama|tata|syn|córka|dzieci|dziecko|brat|siostra|uczeń|uczennica)$/i

/** A name to begin looking with, from how a reporter called a family: "Rodzina Próbnych: mama Ola" → "Próbnych". */
export function nameIn(who: string): string {
  const words = who.match(/\p{L}[\p{L}-]+/gu) ?? []
  return words.find((word) => /^\p{Lu}/u.test(word) && !notNames.test(word)) ?? ''
}

/** What a family is called by its surname, where the language tells: "Wzorkowska" → "Wzorkowscy"; else the surname. */
export const familyOf = (surname: string): string => surname.replace(/(s|c|dz)k[ai]$/u, '$1cy')
