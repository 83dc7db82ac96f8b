/** Languages of the texts. Polish is complete, English second; Ukrainian covers what families read. */
export type Locale = 'pl' | 'en' | 'uk'

/** The language that a reader asks for first, of those that people work in; Polish otherwise. */
export const localeOf = (acceptLanguage: string | undefined): Locale =>
  acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'pl'

/** Where everything in Splot happens, whatever the clock of the machine says. */
export const homeZone = 'Europe/Warsaw'
