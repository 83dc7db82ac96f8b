import { useTranslation } from 'react-i18next'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { partnershipsApi } from './api.ts'

/** What an agreement carries now, in numbers. */
export const useWhatStops = (agreementId: string) =>
  useAsk(partnershipsApi.beforeEnding, { params: { id: agreementId } })

/** What stops with an agreement, and what stays. */
export function WhatStops({
  stops,
  suspends = false,
}: {
  stops: ReturnType<typeof useWhatStops>
  suspends?: boolean
}) {
  const { t } = useTranslation('partnerships')
  return (
    <Section heading={t(suspends ? 'suspendAgreement.stops' : 'endAgreement.stops')}>
      <Loaded query={stops}>
        {({ institutions, workers, families, requests }) => (
          <KeyFacts
            facts={[
              {
                label: t('endAgreement.institutions'),
                value: t('facts.members', { count: institutions }),
                more: t('endAgreement.institutionsMore'),
              },
              {
                label: t('endAgreement.teams'),
                value: t('endAgreement.workers', {
                  workers: t('band', { band: workers }),
                  families: t('band', { band: families }),
                }),
                more: t('endAgreement.teamsMore'),
              },
              { label: t('endAgreement.requests'), value: t('band', { band: requests }) },
            ]}
          />
        )}
      </Loaded>
      <p className="sm muted" style={{ marginTop: 10 }}>
        {t(suspends ? 'suspendAgreement.stays' : 'endAgreement.stays')}
      </p>
    </Section>
  )
}
