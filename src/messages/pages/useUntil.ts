import { useTranslation } from 'react-i18next'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'

/** "dziś do 9:00", "jutro do 9:00" */
export function useUntil() {
  const { t } = useTranslation('messages')
  const { clockTime, relativeDay } = useWords()
  return (at: string) => {
    const [day, hour] = [dayOf(at), clockTime(at)]
    return day === today() ? t('write.until', { hour }) : t('write.untilDay', { day: relativeDay(day), hour })
  }
}
