import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../web/request.ts'
import { Button } from './Button.tsx'
import styles from './ProblemNotice.module.css'

export type ProblemNoticeProps = {
  /** What was thrown; best a `Problem`. Null shows nothing. */
  problem: unknown
  /** Offers to do it again, with the same key. */
  onRetry?: () => void
  actions?: ReactNode
  /** What the fields of the form say already: it is not said again. */
  saidAtFields?: readonly string[]
}

/** What went wrong, which field it concerns and what to do. Never in a toast, never without a way on. */
export function ProblemNotice({ problem, onRetry, actions, saidAtFields = [] }: ProblemNoticeProps) {
  const { t } = useTranslation('kit')
  if (!problem) return null
  const body = problem instanceof Problem ? problem.body : null
  const title = body?.title || t(body?.status === 0 ? 'problem.offline' : 'problem.unknown')
  const detail =
    body?.detail ?? (body?.title ? undefined : t(body?.status === 0 ? 'problem.kept' : 'problem.again'))
  const unsaid = (body?.fields ?? []).filter(({ message }) => !saidAtFields.includes(message))
  // What is not there will not be there the next time either.
  const retry = body?.status === 404 ? undefined : onRetry
  // "We marked where" is true only where a field was marked.
  const marked = body?.code !== 'invalid' || unsaid.length < (body.fields ?? []).length
  return (
    <div className={styles.notice} role="alert">
      <TriangleAlert size={20} aria-hidden />
      <div className={styles.words}>
        <p className="m">{title}</p>
        {detail && marked && !saidAtFields.includes(detail) && <p>{detail}</p>}
        {unsaid
          .filter(({ message }) => message !== detail)
          .map(({ field, message }) => (
            <p key={field} className="sm">
              {message}
            </p>
          ))}
        {(retry || actions) && (
          <div className={styles.actions}>
            {retry && (
              <Button size="small" onClick={retry}>
                {t('problem.retry')}
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
    </div>
  )
}
