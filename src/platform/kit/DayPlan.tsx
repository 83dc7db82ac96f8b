import type { ReactNode } from 'react'
import styles from './DayPlan.module.css'

export type PlannedItem = {
  /** "9:30" */
  time: string
  title: ReactNode
  sub?: ReactNode
  action?: ReactNode
  /** What comes next today. */
  next?: boolean
}

/** The day along a thread: hours, what and with whom. */
export function DayPlan({ items }: { items: PlannedItem[] }) {
  return (
    <ol className={styles.plan}>
      {items.map(({ time, title, sub, action, next }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may begin at one hour
        <li key={`${time} ${i}`} className={next ? styles.next : undefined}>
          <time>{time}</time>
          <p className="m">{title}</p>
          {sub && <p className="sm muted">{sub}</p>}
          {action && <div className={styles.action}>{action}</div>}
        </li>
      ))}
    </ol>
  )
}
