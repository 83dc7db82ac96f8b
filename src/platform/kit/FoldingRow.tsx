import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './FoldingRow.module.css'

export type FoldingRowProps = {
  title: ReactNode
  /** A state beside the title. */
  end?: ReactNode
  open: boolean
  onTurn: () => void
  children: ReactNode
}

/** A row of `Rows` that unfolds into work: one is open at a time, and the list stays in sight. */
export function FoldingRow({ title, end, open, onTurn, children }: FoldingRowProps) {
  return (
    <li>
      <button type="button" className={styles.head} aria-expanded={open} onClick={onTurn}>
        <span className={styles.title}>{title}</span>
        {end}
        <ChevronDown size={18} aria-hidden className={styles.chevron} />
      </button>
      {open && <div className={styles.body}>{children}</div>}
    </li>
  )
}
