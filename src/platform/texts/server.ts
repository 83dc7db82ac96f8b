import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './locales.ts'

type Messages = { [key: string]: string | Messages }
type TextValues = Record<string, string | number | boolean | Date | null | undefined>
/** Phrases a text: `text('letters:problem.already-there', { day: '12 marca' })`. */
export type Text = (key: string, values?: TextValues) => string

const source = join(import.meta.dirname, '../..')
const namespaces = new Map<string, Messages>()
const phrases = new Map<string, IntlMessageFormat>()

/** Reads `src/<slice>/texts/<locale>.json` and `src/platform/<part>/texts/<locale>.json`, once a process. */
function messagesOf(namespace: string, locale: Locale): Messages {
  const key = `${locale}/${namespace}`
  let messages = namespaces.get(key)
  if (!messages) {
    const path = globSync(`{,platform/}${namespace}/texts/${locale}.json`, { cwd: source })[0]
    messages = path ? (JSON.parse(readFileSync(join(source, path), 'utf8')) as Messages) : {}
    namespaces.set(key, messages)
  }
  return messages
}

function find(messages: Messages, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Messages | undefined>(
      (at, step) => (typeof at === 'object' && Object.hasOwn(at, step) ? at[step] : undefined),
      messages,
    )
  return typeof found === 'string' ? found : undefined
}

/**
 * The same texts as in the browser, for problems, e-mails and documents. A text that a language lacks
 * is said in Polish; a key that nobody wrote comes back as the key, so that it is seen and not a crash.
 */
export function textFor(locale: Locale): Text {
  return (key, values = {}) => {
    const colon = key.indexOf(':')
    const namespace = key.slice(0, colon)
    // The namespace becomes part of a path.
    if (!/^[a-z][a-z-]*$/i.test(namespace)) return key
    for (const language of locale === 'pl' ? (['pl'] as const) : ([locale, 'pl'] as const)) {
      const message = find(messagesOf(namespace, language), key.slice(colon + 1))
      if (message === undefined) continue
      const phraseKey = `${language}/${key}`
      let phrase = phrases.get(phraseKey)
      if (!phrase) {
        phrase = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
        phrases.set(phraseKey, phrase)
      }
      return phrase.format(values) as string
    }
    return key
  }
}
