import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { Problem } from '../platform/web/request.ts'
import { NotFoundPage } from './NotFoundPage.tsx'

/** The code of a page did not come: the connection is lost, or an update removed the previous build. */
const isMissing = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script|preload/i.test(error.message)

/** When a page throws: what happened, that nothing written is lost, and a way on. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />
  const missing = isMissing(error)
  const sentence = !missing ? 'sentence' : navigator.onLine ? 'renewed' : 'offline'
  return (
    <PageFrame narrow tab={t('failure.tab')} title={t('failure.title')} sub={t(`failure.${sentence}`)}>
      <Button
        kind="filled"
        onClick={() => {
          if (missing) return window.location.reload()
          reset()
          router.invalidate()
        }}
      >
        {t(missing ? 'failure.refresh' : 'failure.again')}
      </Button>
    </PageFrame>
  )
}
