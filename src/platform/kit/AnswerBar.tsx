import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './AnswerBar.module.css'

export type AnswerBarProps = {
  /** What is ready, what is missing and what it costs; `more` is a quieter word after the value. */
  facts: { label: ReactNode; value: ReactNode; more?: ReactNode }[]
  /** The deed and its alternative. The button stays active and says what will happen. */
  actions: ReactNode
}

/** The bar at the bottom of a page of work: what is missing stands beside the deed. Put it last in `PageFrame`. */
export function AnswerBar({ facts, actions }: AnswerBarProps) {
  const { t } = useTranslation('kit')
  const said = facts.map(({ label, value, more }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: facts do not move
    <div key={index}>
      <dt>{label}</dt>
      <dd>
        {value} {more && <small>{more}</small>}
      </dd>
    </div>
  ))
  return (
    <>
      {/* On a phone the bar is one line and its deed; all that it says stands above it, at the end of the work. */}
      <dl className={`${styles.facts} ${styles.above}`}>{said}</dl>
      <section className={styles.bar} aria-label={t('answerBar')}>
        <div className={styles.inside}>
          <dl className={styles.facts}>{said}</dl>
          <div className={styles.actions}>{actions}</div>
        </div>
      </section>
    </>
  )
}
