import i18next, { type i18n } from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../texts/locales.ts'

export type Messages = Record<string, unknown>
type Others = Record<string, () => Promise<Messages>>

const polish = import.meta.glob<Messages>(['/src/*/texts/pl.json', '/src/platform/*/texts/pl.json'], {
  eager: true,
  import: 'default',
  query: '?doors',
})
const others = import.meta.glob<Messages>(
  ['/src/*/texts/{en,uk}.json', '/src/platform/*/texts/{en,uk}.json'],
  { import: 'default', query: '?doors' },
)

/** `/src/referrals/texts/pl.json` is the namespace `referrals`. */
const namespaceOf = (path: string) => path.split('/').at(-3)!

/** Texts in other languages of what came in Polish, until somebody reads them. */
const untold = new Map<string, () => Promise<Messages>>()
let spoken: Locale = 'pl'

/**
 * Texts of the web app: a namespace per slice, ICU messages. At first there are only the names of doors; a slice's
 * other texts come with the code that says them (`bin/texts-of-code.ts`), Polish at once and other languages on demand.
 */
const texts: i18n = i18next.createInstance()
texts.use(ICU).use(initReactI18next)
await texts.init({
  lng: 'pl',
  fallbackLng: 'pl',
  ns: Object.keys(polish).map(namespaceOf),
  defaultNS: 'shell',
  resources: {},
  // React escapes what it renders; escaping twice would show "&amp;".
  interpolation: { escapeValue: false },
  // What is shown is said again when its language comes later than its code.
  react: { bindI18nStore: 'added' },
})
bring('doors', polish, others)

/** Takes in texts, or a part of them, that came with code. */
export function bring(part: string, inPolish: Record<string, Messages>, inOthers: Others): void {
  for (const [path, messages] of Object.entries(inPolish))
    texts.addResourceBundle('pl', namespaceOf(path), messages, true, true)
  for (const [path, load] of Object.entries(inOthers)) untold.set(`${part}:${path}`, load)
  void allTold()
}

/**
 * Resolves when everything that came is there in the language that is spoken. What cannot be fetched just now is read
 * in Polish, rather than not at all, and is tried again with the next page.
 */
export async function allTold(): Promise<void> {
  const locale = spoken
  await Promise.allSettled(
    [...untold].map(async ([path, load]) => {
      if (!path.endsWith(`/${locale}.json`)) return
      texts.addResourceBundle(locale, namespaceOf(path), await load(), true, true)
      untold.delete(path)
    }),
  )
}

/** Speaks another language from now on; resolves when its texts are there. */
export async function speak(locale: Locale): Promise<void> {
  spoken = locale
  await allTold()
  await texts.changeLanguage(locale)
  document.documentElement.lang = locale
}
