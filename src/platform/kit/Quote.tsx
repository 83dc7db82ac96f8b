import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Quote.module.css'

/** The family's own words, in their colour and in quotation marks. `large` for a goal as a heading of its card. */
export function Quote({ large, children }: { large?: boolean; children: ReactNode }) {
  const { t } = useTranslation('kit')
  return (
    <q className={large ? `${styles.quote} ${styles.large}` : styles.quote}>
      <span aria-hidden>{t('quote.open')}</span>
      {children}
      <span aria-hidden>{t('quote.close')}</span>
    </q>
  )
}
