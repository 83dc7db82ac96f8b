import { useTranslation } from 'react-i18next'
import styles from './EmptyState.module.css'

/** Rows of the height the real ones will have, so that nothing jumps when they come. */
export function LoadingRows({ rows = 3 }: { rows?: number }) {
  const { t } = useTranslation('kit')
  return (
    <div role="status">
      <span className="vh">{t('loading')}</span>
      <ul className={styles.loading} aria-hidden>
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all alike
          <li key={index}>
            <div className={styles.tile} />
            <div className={styles.lines}>
              <div className={styles.line} />
              <div className={styles.line} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
