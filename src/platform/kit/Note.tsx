import type { ReactNode } from 'react'
import styles from './Note.module.css'

/** A remark inside a card. `gap`: something that is missing and could be recorded, in a dashed frame. */
export function Note({ gap, children }: { gap?: boolean; children: ReactNode }) {
  return <div className={gap ? `${styles.note} ${styles.gap}` : styles.note}>{children}</div>
}
