import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { leftFor, type Session, standFor, useSession } from '../platform/web/session.ts'
import styles from './OtherJob.module.css'

/**
 * The job that this page is open for has ended, or somebody else signed in in another tab: it is to be opened anew. Or a
 * link opened another job than this tab stood for: that is said, with the way back.
 */
export function OtherJob({ now }: { now: Session }) {
  const { t } = useTranslation('shell')
  const { worker: here } = useSession()
  const [stays, setStays] = useState(false)
  const before = leftFor()
  if (!here) return null
  if (now.workers.some(({ id }) => id === here.id)) {
    if (!before || stays) return null
    const back = () => {
      standFor(before.id)
      window.location.assign('/')
    }
    return (
      <div className={styles.notice} role="status">
        <p>{t('otherJob.switched', { here: here.institutionName })}</p>
        <div className={styles.actions}>
          <Button size="small" onClick={back}>
            {t('otherJob.back', { before: before.institutionName })}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setStays(true)}>
            {t('otherJob.stay')}
          </Button>
        </div>
      </div>
    )
  }
  const names = { here: here.institutionName, now: now.worker?.institutionName ?? now.account.name }
  return (
    <div className={styles.notice} role="alert">
      <p>{t('otherJob.gone', names)}</p>
      <div className={styles.actions}>
        <Button size="small" onClick={() => window.location.assign('/')}>
          {t('otherJob.go', names)}
        </Button>
      </div>
    </div>
  )
}
