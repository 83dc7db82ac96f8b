import { useTranslation } from 'react-i18next'
import { hour } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Listed } from './api.ts'

/** The way to a service without a car, in words; `ends`: until when one means to stay. */
export function useWayWords(ends: string) {
  const { t } = useTranslation('directory')
  const { number } = useWords()
  return ({ place, way }: Listed): { words: string; hard: boolean } | null => {
    if (!place) return { words: t('list.noPlace'), hard: false }
    if (place.km === null) return null
    const km = number(Math.round(place.km))
    if (!way || way.kind === 'own') return { words: t('list.km', { km }), hard: false }
    if (way.kind === 'here') return { words: t('list.here'), hard: false }
    if (way.kind === 'none') return { words: t('way.none', { km }), hard: true }
    const { minutes, lateBack } = way
    const day = t(`day.${way.weekday}`)
    const leaves = hour(way.leaves ?? '')
    const back = way.back && hour(way.back)
    if (!back) return { words: t('way.oneWay', { km, day, leaves }), hard: true }
    return lateBack
      ? { words: t('way.bus', { km, day, leaves, minutes, back }), hard: false }
      : { words: t('way.early', { km, day, leaves, back, until: hour(ends) }), hard: true }
  }
}

/** Days of the week that follow one another as a range: "pn–pt". */
export function useDayWords() {
  const { t } = useTranslation('directory')
  return (days: number[]) => {
    const sorted = [...new Set(days)].sort()
    const runs: number[][] = []
    for (const day of sorted) {
      const run = runs.at(-1)
      if (run?.at(-1) === day - 1) run.push(day)
      else runs.push([day])
    }
    return runs
      .map((run) =>
        run.length > 2
          ? t('list.dayRange', { from: t(`day.${run[0]}`), to: t(`day.${run.at(-1)}`) })
          : run.map((day) => t(`day.${day}`)).join(', '),
      )
      .join(', ')
  }
}
