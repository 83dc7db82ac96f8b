import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import type { usePartnership } from './PartnershipFrame.tsx'

type ForLeaderProps = { of: ReturnType<typeof usePartnership>; children: ReactNode }

/** A form of who leads the partnership; anybody else reads who does it. */
export function ForLeader({ of, children }: ForLeaderProps) {
  const { t } = useTranslation('partnerships')
  return (
    <Loaded query={of} rows={4}>
      {({ iLead }) => (iLead ? children : <EmptyState>{t('leadersDeed')}</EmptyState>)}
    </Loaded>
  )
}
