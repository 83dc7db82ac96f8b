import { Check, Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Track.module.css'

export type Station = {
  name: string
  state: 'done' | 'now' | 'next'
  /** When it was, or is expected. */
  at?: ReactNode
  /** Who did it. */
  by?: ReactNode
  /** What was said there. */
  words?: string | null
}

/** The way of one thing through its stations: where it is now, when it was where, and what was said there. */
export function Track({ label, stations }: { label: string; stations: Station[] }) {
  const { t } = useTranslation('kit')
  return (
    <ol className={styles.track} aria-label={label} style={{ '--stations': stations.length } as object}>
      {stations.map(({ name, state, at, by, words }) => (
        <li key={name} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden>
            {state === 'done' && <Check size={16} />}
            {state === 'now' && <Ellipsis size={16} />}
          </span>
          <b>{name}</b>
          {state === 'done' && <span className="vh"> {t('phases.done')}</span>}
          {at && <span className={styles.line}>{at}</span>}
          {by && <span className={styles.line}>{by}</span>}
          {words && <span className={styles.words}>„{words}”</span>}
        </li>
      ))}
    </ol>
  )
}
