import { type ReactNode, useId } from 'react'
import { type Day, today } from '../texts/dates.ts'
import { useWords } from '../web/useWords.ts'
import { Rows } from './Rows.tsx'
import styles from './Timeline.module.css'

/** What happened in one month (`YYYY-MM`): its name and how much it was (`said`), and its days, which it unfolds. On paper all is open. */
export function TimelineMonth({
  month,
  said,
  open,
  children,
}: {
  month: string
  said?: string | undefined
  open: boolean
  children: ReactNode
}) {
  const { monthAndYear } = useWords()
  return (
    <details className={styles.month} open={open}>
      <summary>
        <div className={styles.words}>
          <h3>{monthAndYear(`${month}-01`)}</h3>
          {said && <span> {said}</span>}
        </div>
      </summary>
      {children}
    </details>
  )
}

/** What happened on one day; days stand one under another, the newest first. In a `TimelineMonth`. Its children are `TimelineEntry`, `TimelineFold` and `LockedLine`. */
export function TimelineDay({ day, children }: { day: Day; children: ReactNode }) {
  const { eventDay, weekday, dayAndMonth, longDate } = useWords()
  const id = useId()
  const said = eventDay(day)
  const date = day.slice(0, 4) === today().slice(0, 4) ? dayAndMonth(day) : longDate(day)
  return (
    <section aria-labelledby={id} className={styles.day}>
      <h4 id={id}>
        <time dateTime={day}>
          {/^\p{L}+$/u.test(said) ? (
            <>
              {said} <span>{`${weekday(day)}, ${date}`}</span>
            </>
          ) : (
            <>
              {weekday(day)} <span>{date}</span>
            </>
          )}
        </time>
      </h4>
      <Rows ordered>{children}</Rows>
    </section>
  )
}

export type TimelineEntryProps = {
  /** The instant of it. */
  at: string
  /** The sign of what happened: a `Tile`. */
  tile: ReactNode
  /** Something that one may not read. */
  locked?: boolean
  /** What happened, in a few words. */
  title: ReactNode
  /** Who did it and whatever is quiet beside it. */
  by?: ReactNode
  /** What was said or written; the family's words in a `Quote`. */
  children?: ReactNode
}

export function TimelineEntry({ at, tile, locked, title, by, children }: TimelineEntryProps) {
  const { clockTime } = useWords()
  return (
    <li className={locked ? `${styles.entry} ${styles.locked}` : styles.entry}>
      <time dateTime={at}>{clockTime(at)}</time>
      {tile}
      <div className={styles.words}>
        <div>
          <span className={styles.title}>{title}</span>
          {by && <span className={styles.by}> {by}</span>}
        </div>
        {children && <div className={styles.text}>{children}</div>}
      </div>
    </li>
  )
}

/** Small things of a day in one line, which unfolds. */
export function TimelineFold({
  tile,
  title,
  children,
}: {
  tile: ReactNode
  title: ReactNode
  children: ReactNode
}) {
  return (
    <li className={styles.fold}>
      <details>
        <summary>
          <span className={styles.at} />
          {tile}
          <span className={styles.words}>{title}</span>
        </summary>
        <Rows ordered>{children}</Rows>
      </details>
    </li>
  )
}
