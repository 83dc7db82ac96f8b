import { dayOf } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'

/** "wtorek, 24 listopada, 12:00" */
export function useWhen() {
  const { weekdayAndDay, clockTime } = useWords()
  return (startsAt: string) => `${weekdayAndDay(dayOf(startsAt))}, ${clockTime(startsAt)}`
}

/** When it is over, if it takes as long as was planned. */
export const endOf = ({ startsAt, minutes }: { startsAt: string; minutes: number }) =>
  new Date(Number(new Date(startsAt)) + minutes * 60_000)
