import { useTranslation } from 'react-i18next'

/** What was looked at in a quarter of an hour: "Strona rodziny, oś czasu, notatki". */
export function LookedAt({ pages }: { pages: string[] }) {
  const { t } = useTranslation('looks')
  const words = pages.map((page) => t(`looks.page.${page}`)).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
