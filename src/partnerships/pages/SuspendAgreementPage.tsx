import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { partnershipsApi } from './api.ts'
import { usePartnership } from './PartnershipFrame.tsx'
import { useWhatStops, WhatStops } from './WhatStops.tsx'

/** Before an agreement is suspended: what rests meanwhile; then the decision and the deed. */
export function SuspendAgreementPage() {
  const { t } = useTranslation('partnerships')
  const [id, agreementId] = [useParam('id'), useParam('agreementId')]
  const go = useGo()
  const [given, setGiven] = useState({
    id: newId(),
    until: null as string | null,
    decidedOn: today() as string | null,
    reason: '',
  })
  const partnership = usePartnership(id)
  const stops = useWhatStops(agreementId)
  const deed = useDeed(
    (_: string, key) =>
      partnershipsApi.suspendAgreement({
        params: { id: agreementId },
        body: {
          id: given.id,
          decidedOn: given.decidedOn ?? '',
          reason: given.reason,
          ...(given.until && { until: given.until }),
        },
        key,
      }),
    () => go(`/partnerships/${id}/documents`),
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  return (
    <PageFrame
      narrow
      tab={t('suspendAgreement.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: `/partnerships/${id}` },
        { label: t('tabs.documents'), to: `/partnerships/${id}/documents` },
        { label: t('suspendAgreement.title') },
      ]}
      title={t('suspendAgreement.title')}
      sub={t('suspendAgreement.sub')}
    >
      <Columns>
        <WhatStops stops={stops} suspends />
        <Section heading={t('leave.reasonHeading')}>
          <OldForm
            onSubmit={() => deed.run(JSON.stringify(given))}
            problem={deed.problem}
            actions={
              <Button kind="filled" type="submit" busy={deed.busy}>
                {t('suspendAgreement.deed')}
              </Button>
            }
          >
            <DateField
              label={t('endAgreement.decidedOn')}
              value={given.decidedOn}
              max={today()}
              onChange={(decidedOn) => setGiven({ ...given, decidedOn })}
              error={at('decidedOn')}
            />
            <DateField
              label={t('suspend.until')}
              hint={t('suspend.untilHint')}
              optional
              value={given.until}
              min={today()}
              onChange={(until) => setGiven({ ...given, until })}
              error={at('until')}
            />
            <TextArea
              label={t('endAgreement.reason')}
              hint={t('endAgreement.reasonHint')}
              value={given.reason}
              onChange={(reason) => setGiven({ ...given, reason })}
              maxLength={500}
              error={at('reason')}
            />
          </OldForm>
        </Section>
      </Columns>
    </PageFrame>
  )
}
