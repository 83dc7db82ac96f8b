import { Ellipsis } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './MoreDeeds.module.css'

/** What else can be done with a row, behind "…" in its place: the row itself shows the one deed that is next. */
export function MoreDeeds({
  of,
  children,
}: {
  /** What the row is, for who hears it. */ of: string
  children: ReactNode
}) {
  const { t } = useTranslation('kit')
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.more}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('moreDeeds', { of })}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis size={20} aria-hidden />
      </button>
      {open && (
        <span className={styles.deeds} id={id}>
          {children}
        </span>
      )}
    </>
  )
}
