import { Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './ConfirmDialog.module.css'
import { focusFirstWrong, holdsUnread, isNowhere } from './formFocus.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

export type ConfirmDialogProps = {
  open: boolean
  /** A question: "Zakończyć udział szkoły?" */
  title: string
  /** What will happen, who will see it, and whether it can be undone. */
  children: ReactNode
  /** The deed as a verb: "Zakończ udział". */
  deed: string
  danger?: boolean
  busy?: boolean
  /** Why it did not succeed. */
  problem?: unknown
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before what cannot be undone. Focus goes in and comes back. */
export function ConfirmDialog({
  open,
  title,
  children,
  deed,
  danger,
  busy,
  problem,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('kit')
  const goBack = useWayBack(open)
  const body = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(0)
  useEffect(() => {
    if (tried && body.current) focusFirstWrong(body.current)
  }, [tried])
  // What stands in a dialog is no part of a form around it, though it is drawn within.
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setTried(tried + 1)
    if (!busy && !holdsUnread(body.current)) onConfirm()
  }
  return (
    <Modal.Root opened={open} onClose={onClose} centered returnFocus={false} onExitTransitionEnd={goBack}>
      <Modal.Overlay />
      <Modal.Content radius="lg" className={styles.content}>
        <Modal.Body p={0}>
          <form noValidate className={styles.inside} onSubmit={confirm}>
            <Modal.Title className={styles.title}>{title}</Modal.Title>
            <div ref={body} className={styles.body}>
              {children}
              <ProblemNotice problem={problem} />
            </div>
            <div className={styles.actions}>
              <Button onClick={onClose}>{t('dialog.cancel')}</Button>
              <Button kind={danger ? 'danger' : 'filled'} busy={busy ?? false} type="submit">
                {deed}
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/**
 * Back to what had the focus when the dialog opened, also where the dialog is taken off the page at once. It is asked
 * before the page changes, for a field in the dialog takes the focus before anybody else could.
 */
function useWayBack(open: boolean): () => void {
  const [before, setBefore] = useState<{ open: boolean; opener: Element | null }>({
    open: false,
    opener: null,
  })
  if (before.open !== open) setBefore({ open, opener: open ? document.activeElement : before.opener })
  const { opener } = before
  // Once the dialog is off the page: until then the focus is on what goes with it.
  const goBack = useCallback(
    () =>
      void setTimeout(() => {
        if (isNowhere() && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      }),
    [opener],
  )
  useEffect(() => goBack, [goBack])
  return goBack
}
