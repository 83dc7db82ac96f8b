import i18next, { type i18n } from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../texts/locales.ts'

type Messages = Record<string, unknown>

const polish = import.meta.glob<Messages>(['/src/*/texts/pl.json', '/src/platform/*/texts/pl.json'], {
  eager: true,
  import: 'default',
})
const others = import.meta.glob<Messages>(
  ['/src/*/texts/{en,uk}.json', '/src/platform/*/texts/{en,uk}.json'],
  { import: 'default' },
)

/** `/src/referrals/texts/pl.json` is the namespace `referrals`. */
const namespaceOf = (path: string) => path.split('/').at(-3)!

/** Texts of the web app: a namespace per slice, ICU messages, Polish at hand and other languages on demand. */
const texts: i18n = i18next.createInstance()
texts.use(ICU).use(initReactI18next)
await texts.init({
  lng: 'pl',
  fallbackLng: 'pl',
  ns: Object.keys(polish).map(namespaceOf),
  defaultNS: 'shell',
  resources: {
    pl: Object.fromEntries(Object.entries(polish).map(([path, messages]) => [namespaceOf(path), messages])),
  },
  // React escapes what it renders; escaping twice would show "&amp;".
  interpolation: { escapeValue: false },
})

/** Speaks another language from now on; resolves when its texts are there. */
export async function speak(locale: Locale): Promise<void> {
  if (locale !== 'pl') {
    const wanted = Object.entries(others).filter(([path]) => path.endsWith(`/${locale}.json`))
    await Promise.all(
      wanted.map(async ([path, load]) => texts.addResourceBundle(locale, namespaceOf(path), await load())),
    )
  }
  await texts.changeLanguage(locale)
  document.documentElement.lang = locale
}
