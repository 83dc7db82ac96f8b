import { useTranslation } from 'react-i18next'
import { useWords } from '../../platform/web/useWords.ts'

/** Where a point comes from, in words: "odmowa z 19 listopada". */
export function useSource() {
  const { t } = useTranslation('meetings')
  const { dayAndMonth } = useWords()
  return (kind: string, on: string | null) => t(`source.${kind}`, { day: on ? dayAndMonth(on) : '' }).trim()
}
