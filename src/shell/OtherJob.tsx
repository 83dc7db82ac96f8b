import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { type Session, useSession } from '../platform/web/session.ts'
import styles from './OtherJob.module.css'

/** The job that this page is open for has ended, or somebody else signed in in another tab: it is to be opened anew. */
export function OtherJob({ now }: { now: Session }) {
  const { t } = useTranslation('shell')
  const { worker: here } = useSession()
  if (!here || now.workers.some(({ id }) => id === here.id)) return null
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
