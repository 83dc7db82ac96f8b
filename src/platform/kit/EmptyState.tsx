import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Nothing here: one sentence and at most one action. "Nikt nie czeka na Twoją odpowiedź." */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  )
}
