import { useTranslation } from 'react-i18next'
import { useCodes } from './useCodes.ts'
import './phrases.ts'

type Said = { verb: string; worker?: string | null; values: Record<string, unknown> | null }

/**
 * Phrases entries of the journal: `phrase(entry)` is what was done, in the past and whoever did it; `headOf(entry)` the same
 * where the words that somebody said (`values.words`) stand below by themselves. Each slice has the words of its own verbs in
 * its texts (`verbs.<thing>.<deed>`, and `verbHeads` where words stand apart), and names there the code lists that say its
 * values (`verbLists`).
 */
export function useVerbs() {
  const { t, i18n } = useTranslation('journal', { keyPrefix: 'verbs' })
  const { label } = useCodes()
  const say = (place: string, key: string, { verb, worker, values }: Said) => {
    const words = Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => {
        const listed = `${place}:verbLists.${verb.split('.')[0]}.${name}`
        const said = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
        return [name, said && i18n.exists(listed) ? label(i18n.t(listed), said) : said]
      }),
    )
    // A value that an old entry lacks is an empty word, never a broken sentence.
    const message = String(i18n.getResource('pl', place, `${key}.${verb}`))
    const empty = Object.fromEntries([...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name, '']))
    return String(i18n.t(`${place}:${key}.${verb}`, { ...empty, worker: worker ?? '', ...words })).trim()
  }
  const placeOf = (key: string, verb: string) =>
    (i18n.options.ns as string[]).find((slice) => i18n.exists(`${slice}:${key}.${verb}`))
  const phrase = (entry: Said): string => {
    const place = placeOf('verbs', entry.verb)
    return place ? say(place, 'verbs', entry) : t('other')
  }
  return {
    phrase,
    headOf: (entry: Said): { head: string; words: string | null } => {
      const place = placeOf('verbHeads', entry.verb)
      if (!place) return { head: phrase(entry), words: null }
      const { words } = entry.values ?? {}
      return {
        head: say(place, 'verbHeads', entry),
        words: typeof words === 'string' && words ? words : null,
      }
    },
  }
}
