import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { messagesApi } from './api.ts'

/** Goes on to where a message stands: its matter, or, from outside of it, the message alone. */
export function AddressedPage() {
  const { t } = useTranslation('messages')
  const navigate = useNavigate()
  const { data, error } = useAsk(messagesApi.addressed, { params: { id: useParam('id') } })
  const to =
    data &&
    (data.matterId
      ? `${pageAt('/conversations/$id', { id: data.matterId })}#${data.messageId}`
      : pageAt('/letters/$id', { id: data.messageId }))
  useEffect(() => {
    if (to) navigate({ href: to, replace: true })
  }, [to, navigate])
  return (
    <PageFrame narrow tab={t('tab')} title={t('tab')}>
      {error ? (
        <EmptyState action={<Button to="/conversations">{t('matter.home')}</Button>}>
          {t('matter.gone')}
        </EmptyState>
      ) : (
        <LoadingRows rows={3} />
      )}
    </PageFrame>
  )
}
