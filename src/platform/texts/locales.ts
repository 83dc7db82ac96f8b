/** Languages of the texts. Polish is complete, English second; Ukrainian covers what families read. */
export const locales = ['pl', 'en', 'uk'] as const
export type Locale = (typeof locales)[number]

/** Where everything in Splot happens, whatever the clock of the machine says. */
export const homeZone = 'Europe/Warsaw'
