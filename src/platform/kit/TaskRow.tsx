import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { DueLabel } from './DueLabel.tsx'
import styles from './TaskRow.module.css'
import tick from './Tick.module.css'

export type TaskRowProps = {
  children: ReactNode
  done: boolean
  onDone: (done: boolean) => void
  /** What it belongs to, in a word. */
  about?: ReactNode
  due?: string | undefined
  /** Somebody else's to tick off. */
  readOnly?: boolean | undefined
  /** What else can be said of it: "nie zrobione". */
  end?: ReactNode
}

/** A task to tick off, in `Rows`. */
export function TaskRow({ children, done, onDone, about, due, readOnly, end }: TaskRowProps) {
  return (
    <li className={styles.row}>
      {readOnly ? (
        <span className={styles.words}>
          <Hourglass size={18} aria-hidden />
          <span>{children}</span>
        </span>
      ) : (
        <label>
          <input
            className={tick.tick}
            type="checkbox"
            checked={done}
            onChange={(event) => onDone(event.currentTarget.checked)}
          />
          <span className={done ? styles.done : undefined}>{children}</span>
        </label>
      )}
      {about && <span className={styles.about}>{about}</span>}
      {due && (
        <span className={styles.due}>
          <DueLabel day={due} inline />
        </span>
      )}
      {end && <span className={styles.end}>{end}</span>}
    </li>
  )
}
