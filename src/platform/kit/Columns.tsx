import type { ReactNode } from 'react'
import styles from './Columns.module.css'

export type ColumnsProps = {
  /** A narrow column before the work, for the plan or the goals. */
  lead?: ReactNode
  /** The lead is a way to other pages: where there is no room beside the work it is left out. */
  leadOnlyBeside?: boolean
  children: ReactNode
  /** What helps the work, best in `PlainSection`s. */
  aside?: ReactNode
  /** What the aside is about, where a page has several. */
  asideLabel?: string | undefined
}

/** The work and what helps it, side by side; below 1020 px one under another, in reading order. */
export function Columns({ lead, leadOnlyBeside, children, aside, asideLabel }: ColumnsProps) {
  const shape = lead && aside ? styles.three : lead ? styles.withLead : aside ? styles.withAside : ''
  return (
    <div className={`${styles.columns} ${shape}`}>
      {lead && (
        <div className={leadOnlyBeside ? `${styles.column} ${styles.onlyBeside}` : styles.column}>{lead}</div>
      )}
      <div className={styles.column}>{children}</div>
      {aside && (
        <aside className={styles.column} aria-label={asideLabel}>
          {aside}
        </aside>
      )}
    </div>
  )
}
