import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import type { Address } from '../../platform/web/address.ts'
import { askKinds, notices } from '../../platform/web/all-doors.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { asksApi } from './api.ts'

/** Where a letter's link arrives: goes on at once to the very page where it is answered or read, or says that it is over. */
export function AskPage() {
  const { t } = useTranslation('asks')
  const navigate = useNavigate()
  const query = useAsk(asksApi.place, { params: { id: useParam('id') } })
  const to = query.data && placeOf(query.data)
  useEffect(() => {
    if (to) navigate({ href: to, replace: true })
  }, [to, navigate])
  const gone = query.error instanceof Problem && query.error.status === 404
  const said = gone
    ? 'gone'
    : query.data?.side === 'over' || query.data?.side === 'silent' || query.data?.side === 'covered'
      ? query.data.side
      : null
  return (
    <PageFrame narrow tab={t('place.title')} title={t('place.title')}>
      {said ? (
        <EmptyState action={<Button to="/">{t('place.home')}</Button>}>{t(`place.${said}`)}</EmptyState>
      ) : query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <LoadingRows rows={3} />
      )}
    </PageFrame>
  )
}

type Place = { kind: string; aboutId: string; scopeId: string | null; side: string }

function placeOf({ kind, aboutId, scopeId, side }: Place): Address | undefined {
  const about = { id: aboutId, scopeId }
  if (side === 'asked') return askKinds.get(kind)?.to(about)
  if (side === 'waits') return askKinds.get(kind)?.waitedAt?.(about)
  if (side === 'noticed') return notices.get(kind)?.to(about)
  return undefined
}
