import type { Locale } from '../platform/texts/locales.ts'
import { speak } from '../platform/web/texts.ts'

const kept = 'splot:language'

export const languages: { locale: Locale; name: string }[] = [
  { locale: 'pl', name: 'Polski' },
  { locale: 'en', name: 'English' },
]

/** Speaks a language from now on, in this browser also before anybody signs in. */
export function chooseLanguage(locale: Locale) {
  speak(locale)
  try {
    localStorage.setItem(kept, locale)
  } catch {
    // A closed store: the choice lasts as long as the page.
  }
}

/** Speaks what was chosen in this browser, while nobody is signed in whose language would be known. */
export function speakAsChosen() {
  try {
    const chosen = languages.find(({ locale }) => locale === localStorage.getItem(kept))
    if (chosen) speak(chosen.locale)
  } catch {
    // Polish, then.
  }
}
