import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { ProblemNotice } from '../platform/kit/ProblemNotice.tsx'
import { send } from '../platform/web/request.ts'
import { type Session, useSession } from '../platform/web/session.ts'
import { useDeed } from '../platform/web/useDeed.ts'
import styles from './OtherJob.module.css'

/**
 * In another tab somebody chose their other job: this page goes on for the one that it is open for, once they go back to
 * it, or is opened anew for the other.
 */
export function OtherJob({ now }: { now: Session }) {
  const { t } = useTranslation('shell')
  const { worker: here } = useSession()
  const goBack = useDeed(() => send('POST', '/api/session/act-as', { workerId: here!.id }))
  if (!here || here.id === now.worker?.id) return null
  const mayGoBack = now.workers.some(({ id }) => id === here.id)
  const whose = mayGoBack ? 'chosen' : 'gone'
  const names = { here: here.institutionName, now: now.worker?.institutionName ?? now.account.name }
  return (
    <div className={styles.notice} role="alert">
      <p>{t(`otherJob.${whose}`, names)}</p>
      <div className={styles.actions}>
        {mayGoBack && (
          <Button size="small" kind="filled" busy={goBack.busy} onClick={() => goBack.run()}>
            {t('otherJob.back', names)}
          </Button>
        )}
        <Button size="small" onClick={() => window.location.assign('/')}>
          {t('otherJob.go', names)}
        </Button>
      </div>
      <ProblemNotice problem={goBack.problem} />
    </div>
  )
}
