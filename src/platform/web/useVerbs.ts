import { useTranslation } from 'react-i18next'
import { useCodes } from './useCodes.ts'
import './phrases.ts'

type Said = { verb: string; worker?: string | null; values: Record<string, unknown> | null }

/**
 * Phrases entries of the journal: `phrase(entry)` is a sentence, whoever did it. Each slice has the words of its own
 * verbs in its texts (`verbs.<thing>.<deed>`), and names there the code lists that say its values (`verbLists`).
 */
export function useVerbs() {
  const { t, i18n } = useTranslation('journal')
  const { label } = useCodes()
  return {
    phrase: ({ verb, worker, values }: Said): string => {
      const place = (i18n.options.ns as string[]).find((slice) => i18n.exists(`${slice}:verbs.${verb}`))
      if (!place) return t('verbs.other')
      const words = Object.fromEntries(
        Object.entries(values ?? {}).map(([name, value]) => {
          const listed = `${place}:verbLists.${verb.split('.')[0]}.${name}`
          const said = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
          return [name, said && i18n.exists(listed) ? label(i18n.t(listed), said) : said]
        }),
      )
      // A value that an old entry lacks is an empty word, never a broken sentence.
      const message = String(i18n.getResource('pl', place, `verbs.${verb}`))
      const empty = Object.fromEntries([...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name, '']))
      return String(i18n.t(`${place}:verbs.${verb}`, { ...empty, worker: worker ?? '', ...words }))
    },
  }
}
