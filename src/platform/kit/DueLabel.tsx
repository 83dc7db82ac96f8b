import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Day } from '../texts/dates.ts'
import { useWords } from '../web/useWords.ts'
import styles from './DueLabel.module.css'

export type DueLabelProps = {
  /** Last day, `YYYY-MM-DD`. */
  day: Day
  /** In place of the date in the second line: "do 15:00", a room. */
  detail?: ReactNode
  /** One line, for narrow rows. */
  inline?: boolean
}

/** A deadline: a word first ("po terminie", "dziś", "za 3 dni"), then since when or which day. */
export function DueLabel({ day, detail, inline }: DueLabelProps) {
  const { dueWords, relativeDay } = useWords()
  const due = dueWords(day)
  const icon = due.state === 'late' && (
    <>
      <TriangleAlert size={16} aria-hidden />{' '}
    </>
  )
  if (inline) {
    return (
      <span className={[styles.inline, styles[due.state]].filter(Boolean).join(' ')}>
        {icon}
        {due.state === 'late' && <span className="vh">{due.word}, </span>}
        {relativeDay(day)}
      </span>
    )
  }
  return (
    <p className={[styles.due, due.state === 'late' && styles.late].filter(Boolean).join(' ')}>
      <b>
        {icon}
        {due.word}
      </b>{' '}
      <span>{detail ?? due.detail}</span>
    </p>
  )
}
