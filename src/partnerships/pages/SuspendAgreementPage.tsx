import { useTranslation } from 'react-i18next'
import { Columns } from '../../platform/kit/Columns.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { partnershipsApi } from './api.ts'
import { ForLeader } from './ForLeader.tsx'
import { usePartnership } from './PartnershipFrame.tsx'
import { useWhatStops, WhatStops } from './WhatStops.tsx'

/** Before an agreement is suspended: what rests meanwhile; then the decision and the deed. */
export function SuspendAgreementPage() {
  const { t } = useTranslation('partnerships')
  const [id, agreementId] = [useParam('id'), useParam('agreementId')]
  const go = useGo()
  const partnership = usePartnership(id)
  const stops = useWhatStops(agreementId)
  const form = useForm(partnershipsApi.suspendAgreement, {
    params: { id: agreementId },
    start: () => ({
      id: newId(),
      until: null as string | null,
      decidedOn: today() as string | null,
      reason: '',
    }),
    draft: `agreement/${agreementId}/suspend`,
    onDone: () => go(pageAt('/partnerships/$id/documents', { id })),
  })
  return (
    <PageFrame
      narrow
      tab={t('suspendAgreement.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: t('tabs.documents'), to: pageAt('/partnerships/$id/documents', { id }) },
        { label: t('suspendAgreement.title') },
      ]}
      title={t('suspendAgreement.title')}
      sub={t('suspendAgreement.sub')}
    >
      <Columns>
        <WhatStops stops={stops} suspends />
        <Section heading={t('leave.reasonHeading')}>
          <ForLeader of={partnership}>
            <Form of={form} deed={t('suspendAgreement.deed')}>
              <DateField {...form.field('decidedOn', t('endAgreement.decidedOn'))} max={today()} />
              <DateField
                {...form.field('until', t('suspend.until'))}
                hint={t('suspend.untilHint')}
                min={today()}
              />
              <TextArea
                {...form.field('reason', t('endAgreement.reason'))}
                hint={t('endAgreement.reasonHint')}
              />
            </Form>
          </ForLeader>
        </Section>
      </Columns>
    </PageFrame>
  )
}
