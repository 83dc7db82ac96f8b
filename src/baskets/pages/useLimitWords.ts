import { useTranslation } from 'react-i18next'
import { hour } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Composing } from './api.ts'

/** What limits a family, in a few words. */
export function useLimitWords() {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.limits.says' })
  const { t: days } = useTranslation('directory', { keyPrefix: 'weekday' })
  const { label } = useCodes()
  const { list, money } = useWords()
  return ({ kind, number, weekdays, at, language }: Composing['limits'][number]): string =>
    t(kind, {
      number: number ?? 0,
      sum: money(number ?? 0),
      days: list((weekdays ?? []).map((day) => days(String(day)))),
      at: hour(at ?? ''),
      language: language ? label('directory.language', language) : '',
    })
}
