import { useTranslation } from 'react-i18next'
import styles from './AnswerThreads.module.css'

/** More days over than fit a line are told by the words. */
const mostOver = 10

/** Days used of the agreed time of answer: a thread a day, a mark at the limit, then the days over; and in words. */
export function AnswerThreads({ used, total }: { used: number; total: number }) {
  const { t } = useTranslation('kit')
  const over = Math.max(0, used - total)
  const threads = [
    ...Array.from({ length: total }, (_, day) =>
      over ? styles.spent : day < used ? styles.used : undefined,
    ),
    ...(over ? [styles.limit, ...Array<string | undefined>(Math.min(over, mostOver)).fill(styles.over)] : []),
  ]
  return (
    <span className={styles.line}>
      <span className={styles.threads} aria-hidden>
        {threads.map((look, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread is its place
          <i key={index} className={look} />
        ))}
      </span>
      {over ? (
        <span className="late">{t('threads.over', { used, over })}</span>
      ) : (
        t('threads.within', { used, total })
      )}
    </span>
  )
}
