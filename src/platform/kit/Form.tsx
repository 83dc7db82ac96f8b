import type { ReactNode } from 'react'
import styles from './Form.module.css'
import { ProblemNotice } from './ProblemNotice.tsx'

export type FormProps = {
  onSubmit: () => void
  /** The last answer of the server, when it was not a yes. */
  problem?: unknown
  /** The deed and what stands beside it. */
  actions: ReactNode
  children: ReactNode
}

/** Fields one under another; what went wrong stands just above the deed. */
export function Form({ onSubmit, problem, actions, children }: FormProps) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <ProblemNotice problem={problem} />
      <div className={styles.actions}>{actions}</div>
    </form>
  )
}

/** Short fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.side}>{children}</div>
}
