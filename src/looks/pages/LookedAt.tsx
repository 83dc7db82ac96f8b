import { useTranslation } from 'react-i18next'
import '../../platform/web/plain.ts'

/** What was looked at in a quarter of an hour, in the words of whose it is: "Strona rodziny, oś czasu, notatki". */
export function LookedAt({ pages }: { pages: string[] }) {
  const { t, i18n } = useTranslation('looks')
  const slices = i18n.options.ns as string[]
  const wordFor = (page: string) => {
    const slice = slices.find((each) => i18n.exists(`${each}:plain.look.${page}`))
    return slice ? t(`${slice}:plain.look.${page}`) : page
  }
  const words = pages.map(wordFor).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
