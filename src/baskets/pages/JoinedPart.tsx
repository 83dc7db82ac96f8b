import { useTranslation } from 'react-i18next'
import { PlainSection } from '../../platform/kit/Section.tsx'
import type { ReferralPartProps } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { basketsApi } from './api.ts'
import { LeaveCase } from './LeaveCase.tsx'

/** That a referral stands in a case, for who sent it, also who is on its team no more: they may take it out. */
export function JoinedPart({ id }: ReferralPartProps) {
  const { t } = useTranslation('baskets', { keyPrefix: 'joined' })
  const caseId = useAsk(basketsApi.whereJoined, { params: { id } }).data?.caseId
  if (!caseId) return null
  return (
    <PlainSection heading={t('inCase')}>
      <p className="sm muted" style={{ marginBottom: 6 }}>
        {t('inCaseReads')}
      </p>
      <LeaveCase caseId={caseId} referralId={id} />
    </PlainSection>
  )
}
