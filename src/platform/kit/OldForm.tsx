import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import styles from './Form.module.css'
import { focusFirstWrong, useTakesItsTurn } from './formFocus.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

type FormProps = {
  onSubmit: () => void
  /** The last answer of the server, when it was not a yes. */
  problem?: unknown
  /** The deed and what stands beside it. */
  actions: ReactNode
  children: ReactNode
}

/**
 * Fields one under another; what went wrong stands just above the deed. After a refusal the focus goes to the first
 * wrong field, else to what is said of the whole.
 */
export function OldForm({ onSubmit, problem, actions, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  const [sent, setSent] = useState(0)
  const [saidAtFields, setSaidAtFields] = useState<string[]>([])
  const waits = useRef(false)
  useTakesItsTurn(form)
  useEffect(() => {
    if (sent && form.current && focusFirstWrong(form.current)) waits.current = false
  }, [sent])
  useLayoutEffect(() => {
    if (!problem || !form.current) return
    setSaidAtFields(
      [...form.current.querySelectorAll('[data-field-error]')].map((each) => each.textContent ?? ''),
    )
    if (!waits.current) return
    waits.current = false
    if (!focusFirstWrong(form.current)) notice.current?.focus()
  }, [problem])
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        waits.current = true
        setSent((times) => times + 1)
        onSubmit()
      }}
    >
      {children}
      {Boolean(problem) && (
        <div ref={notice} tabIndex={-1} className={styles.notice}>
          <ProblemNotice problem={problem} saidAtFields={saidAtFields} />
        </div>
      )}
      <div className={styles.actions}>{actions}</div>
    </form>
  )
}
