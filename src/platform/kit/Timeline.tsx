import type { ReactNode } from 'react'
import type { Day } from '../texts/dates.ts'
import { useWords } from '../web/useWords.ts'
import { Rows } from './Rows.tsx'
import styles from './Timeline.module.css'

/** What happened, the newest first; its children are `TimelineEntry` and `LockedLine`. */
export function Timeline({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <Rows ordered label={label}>
      {children}
    </Rows>
  )
}

export type TimelineEntryProps = {
  /** Day of the event, `YYYY-MM-DD`. */
  day: Day
  /** The sign of who did it: a `Tile`. */
  tile: ReactNode
  /** Something that one may not read. */
  locked?: boolean
  /** Who: "SP w Węgleszynie", "Rodzina: Karolina Próbna". */
  title: ReactNode
  /** What happened, in a sentence; the family's words in a `Quote`. */
  children: ReactNode
}

export function TimelineEntry({ day, tile, locked, title, children }: TimelineEntryProps) {
  const { eventDay } = useWords()
  return (
    <li className={locked ? `${styles.entry} ${styles.locked}` : styles.entry}>
      <time dateTime={day}>{eventDay(day)}</time>
      {tile}
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        <div className={styles.text}>{children}</div>
      </div>
    </li>
  )
}
