import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { useSession } from '../../platform/web/session.ts'

const tabs = ['journal', 'looks', 'records'] as const

/** The head of the officers' pages: whose journal it is, and its parts. */
export function OversightFrame({ tab, children }: { tab: (typeof tabs)[number]; children: ReactNode }) {
  const { t } = useTranslation('oversight')
  const { worker } = useSession()
  return (
    <PageFrame
      tab={t(`tabs.${tab}`)}
      title={t('title')}
      sub={t('sub', { institution: worker?.institutionName ?? '' })}
    >
      <Tabs
        label={t('title')}
        current={tab}
        tabs={tabs.map((key) => ({
          key,
          label: t(`tabs.${key}`),
          to: key === 'journal' ? '/oversight' : `/oversight/${key}`,
        }))}
      />
      <Stack>{children}</Stack>
    </PageFrame>
  )
}
