import { dayOf } from '../texts/dates.ts'
import { useWords } from '../web/useWords.ts'

/** An instant as the lead of a row: "dziś, 12:31". */
export function When({ at }: { at: string }) {
  const { eventDay, clockTime } = useWords()
  return (
    <span className="sm">
      {eventDay(dayOf(at))}
      <span className="muted">, {clockTime(at)}</span>
    </span>
  )
}
