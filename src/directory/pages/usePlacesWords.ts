import { useTranslation } from 'react-i18next'
import type { StatusKind } from '../../platform/kit/Status.tsx'
import { daysBetween, today } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { freshDays } from '../contract.ts'
import type { Listed } from './api.ts'

export type Standing = 'free' | 'waiting' | 'none' | 'unknown'

/** How free places stand, as its owner stated them, in words and by a sign. */
export function usePlacesWords() {
  const { t } = useTranslation('directory', { keyPrefix: 'places' })
  const { dayAndMonth } = useWords()
  return (places: Listed['places']): { standing: Standing; kind: StatusKind; words: string } => {
    if (!places) return { standing: 'unknown', kind: 'question', words: t('unknown') }
    const { state, free, waitDays, until } = places
    if (state === 'free') return { standing: 'free', kind: 'ok', words: t('free', { free: free ?? 0 }) }
    if (state === 'none')
      return {
        standing: 'none',
        kind: 'no',
        words: until ? t('noneUntil', { day: dayAndMonth(until) }) : t('none'),
      }
    return {
      standing: 'waiting',
      kind: 'wait',
      words: until
        ? t('waitUntil', { day: dayAndMonth(until) })
        : waitDays
          ? waitDays >= 14
            ? t('waitWeeks', { weeks: Math.round(waitDays / 7) })
            : t('waitDays', { days: waitDays })
          : t('waiting'),
    }
  }
}

/** How fresh an entry is; one that is old asks to call first. */
export function useFreshness() {
  const { t } = useTranslation('directory', { keyPrefix: 'fresh' })
  return (checkedOn: string): { old: boolean; words: string } => {
    const days = Math.max(0, daysBetween(checkedOn, today()))
    if (days > freshDays) return { old: true, words: t('old', { days }) }
    return { old: false, words: days === 0 ? t('today') : days === 1 ? t('yesterday') : t('days', { days }) }
  }
}
