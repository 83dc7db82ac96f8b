import { useTranslation } from 'react-i18next'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { told } from '../../platform/web/address.ts'

type ReferralTabsProps = {
  current: 'concerns' | 'received' | 'sent'
  /** The page has tabs of its own below. */
  holds?: boolean
}

/** What comes in and goes out between institutions: concerns, what others ask of mine, and what I ask of them. */
export function ReferralTabs({ current, holds = false }: ReferralTabsProps) {
  const { t } = useTranslation('referrals', { keyPrefix: 'tabs' })
  return (
    <Tabs
      label={t('label')}
      current={current}
      holds={holds}
      tabs={[
        // Concerns come after referrals: their page is known by its address alone.
        { key: 'concerns', label: t('concerns'), to: told('/concerns') },
        { key: 'received', label: t('received'), to: '/referrals/received' },
        { key: 'sent', label: t('sent'), to: '/referrals' },
      ]}
    />
  )
}
