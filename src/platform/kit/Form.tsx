import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormConflict } from '../web/formConflict.ts'
import type { FormState } from '../web/useForm.ts'
import { Button } from './Button.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DraftLine } from './DraftLine.tsx'
import styles from './Form.module.css'
import { focusFirstWrong, holdsUnread, useTakesItsTurn } from './formFocus.ts'
import { Heard } from './Heard.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

export type FormProps = {
  of: FormState
  /** The deed as a verb: "Zapisz"; nothing while there is nothing to do. */
  deed: ReactNode
  kind?: 'filled' | 'default' | 'danger'
  size?: 'small' | 'normal' | 'answer'
  icon?: LucideIcon
  /** What stands beside the deed: the way back, a word that it is done. */
  beside?: ReactNode
  children?: ReactNode
}

/**
 * Fields one under another; what went wrong stands just above the deed. After a refusal the focus goes to the first
 * wrong field, else to what is said of the whole. What somebody changed meanwhile stands above.
 */
export function Form({ of, deed, kind = 'filled', size = 'normal', icon, beside, children }: FormProps) {
  const { t } = useTranslation('kit')
  const form = useRef<HTMLFormElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  const [saidAtFields, setSaidAtFields] = useState<string[]>([])
  const [unsaid, setUnsaid] = useState<unknown>(null)
  const waits = useRef(false)
  const [conflict, setConflict] = useState<FormConflict | null>(null)
  const { sent, problem: refused } = of
  const problem = conflict ? null : (refused ?? unsaid)
  useTakesItsTurn(form)
  // Which fields are shown is known once they are drawn.
  const latest = useRef(of)
  latest.current = of
  useLayoutEffect(() => {
    if (sent) setUnsaid(latest.current.unsaid())
  }, [sent])
  useLayoutEffect(() => setConflict(refused ? latest.current.conflict() : null), [refused])
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
    <>
      {conflict && (
        <ConflictNotice
          by={t('conflict.somebody')}
          busy={of.busy}
          fields={conflict.fields}
          onDecide={(choice) => latest.current.conflict()?.decide(choice)}
        />
      )}
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (holdsUnread(form.current)) return void focusFirstWrong(event.currentTarget)
          waits.current = true
          of.submit()
        }}
      >
        {children}
        <Heard written={of.texts()} />
        {Boolean(problem) && (
          <div ref={notice} tabIndex={-1} className={styles.notice}>
            <ProblemNotice problem={problem} saidAtFields={saidAtFields} />
          </div>
        )}
        <div className={styles.actions}>
          {deed && (
            <Button type="submit" kind={kind} size={size} icon={icon} busy={of.busy}>
              {deed}
            </Button>
          )}
          {beside}
          {of.draft && <DraftLine draft={of.draft} busy={of.busy} />}
        </div>
      </form>
    </>
  )
}

/** Short fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.side}>{children}</div>
}
