import { Navigate } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { referralsApi } from './api.ts'
import { Ours } from './Ours.tsx'
import { ReceiverSide } from './ReceiverSide.tsx'
import { SenderSide, useSentTo } from './SenderSide.tsx'

/** One referral: for who sent it the way that it goes, for the receiver what is asked and the next step. */
export function ReferralPage() {
  const { t } = useTranslation('referrals')
  const id = useParam('id')
  const query = useAsk(referralsApi.referral, { params: { id } })
  const sentTo = useSentTo()
  const referral = query.data
  if (referral?.side === 'receiver') return <ReceiverSide referral={referral} />
  // Within a case its team reads it where the help of all stands together.
  if (referral?.side === 'case')
    return <Navigate to={pageAt('/families/$id/basket', { id: referral.inCase!.id }) as never} replace />
  return (
    <PageFrame
      tab={t('page.tab')}
      title={referral?.particulars?.who ?? t('page.tab')}
      sub={referral && sentTo(referral)}
      crumbs={[
        { to: '/referrals', label: t('doors.referrals') },
        ...(referral ? [{ label: t('list.sent') }] : []),
      ]}
      actions={
        referral && (
          <>
            {referral.to.phone && <PhoneLink phone={referral.to.phone} />}
            <Button icon={Printer} to={`/api/referrals/${referral.id}/print.pdf`}>
              {t('page.print')}
            </Button>
          </>
        )
      }
    >
      {referral ? (
        <SenderSide referral={referral} />
      ) : query.error instanceof Problem && query.error.status === 404 ? (
        <>
          <EmptyState action={<Button to="/referrals/received">{t('page.home')}</Button>}>
            {t('page.gone')}
          </EmptyState>
          <Ours id={id} />
        </>
      ) : query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
    </PageFrame>
  )
}
