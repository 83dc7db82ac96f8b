import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './ConfirmDialog.module.css'

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
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('kit')
  const opener = useOpener(open)
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      centered
      returnFocus={false}
      onExitTransitionEnd={() => opener?.isConnected && opener.focus()}
    >
      <Modal.Overlay />
      <Modal.Content radius="lg" className={styles.content}>
        <Modal.Body className={styles.inside}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>
            <Button onClick={onClose}>{t('dialog.cancel')}</Button>
            <Button kind={danger ? 'danger' : 'filled'} busy={busy ?? false} onClick={onConfirm}>
              {deed}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** What had the focus when the dialog opened: kept here, for a field in the dialog takes it before anybody else asks. */
function useOpener(open: boolean): HTMLElement | null {
  const [before, setBefore] = useState<{ open: boolean; opener: Element | null }>({
    open: false,
    opener: null,
  })
  if (before.open !== open) setBefore({ open, opener: open ? document.activeElement : before.opener })
  return before.opener instanceof HTMLElement ? before.opener : null
}
