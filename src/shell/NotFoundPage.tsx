import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { PageFrame } from '../platform/kit/PageFrame.tsx'

/** Also what one may not see: the answer is the same. */
export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return (
    <PageFrame narrow tab={t('notFound.tab')} title={t('notFound.title')} sub={t('notFound.sentence')}>
      <Button kind="filled" to="/">
        {t('notFound.home')}
      </Button>
    </PageFrame>
  )
}
