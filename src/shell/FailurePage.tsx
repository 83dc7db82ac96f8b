import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { Problem } from '../platform/kit/request.ts'
import { NotFoundPage } from './NotFoundPage.tsx'

/** A page of the previous build is no longer on the server after an update. */
const isRenewed = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script|preload/i.test(error.message)

/** When a page throws: what happened, that nothing written is lost, and a way on. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />
  const renewed = isRenewed(error)
  return (
    <PageFrame
      narrow
      tab={t('failure.tab')}
      title={t('failure.title')}
      sub={renewed ? t('failure.renewed') : t('failure.sentence')}
    >
      <Button
        kind="filled"
        onClick={() => {
          if (renewed) return window.location.reload()
          reset()
          router.invalidate()
        }}
      >
        {t(renewed ? 'failure.refresh' : 'failure.again')}
      </Button>
    </PageFrame>
  )
}
