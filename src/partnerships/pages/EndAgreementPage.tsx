import { useTranslation } from 'react-i18next'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { partnershipsApi } from './api.ts'
import { ForLeader } from './ForLeader.tsx'
import { usePartnership } from './PartnershipFrame.tsx'
import { useWhatStops, WhatStops } from './WhatStops.tsx'

/** Before an agreement ends early: what will stop, in numbers, and what stays; then the decision and the deed. */
export function EndAgreementPage() {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const [id, agreementId] = [useParam('id'), useParam('agreementId')]
  const go = useGo()
  const partnership = usePartnership(id)
  const stops = useWhatStops(agreementId)
  const form = useForm(partnershipsApi.endAgreement, {
    params: { id: agreementId },
    start: () => ({ lastDay: null as string | null, decidedOn: today() as string | null, reason: '' }),
    draft: `agreement/${agreementId}/end`,
    asks: true,
    onDone: () => go(pageAt('/partnerships/$id/documents', { id })),
  })
  const { lastDay } = form.values
  return (
    <PageFrame
      narrow
      tab={t('endAgreement.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: t('tabs.documents'), to: pageAt('/partnerships/$id/documents', { id }) },
        { label: t('endAgreement.title') },
      ]}
      title={t('endAgreement.title')}
      sub={t('endAgreement.sub')}
    >
      <Columns>
        <WhatStops stops={stops} />
        <Section heading={t('leave.reasonHeading')}>
          <ForLeader of={partnership}>
            <Form of={form} kind="danger" deed={t('endAgreement.deed')}>
              <FieldRow>
                <DateField {...form.field('decidedOn', t('endAgreement.decidedOn'))} max={today()} />
                <DateField {...form.field('lastDay', t('endAgreement.lastDay'))} min={today()} />
              </FieldRow>
              <TextArea
                {...form.field('reason', t('endAgreement.reason'))}
                hint={t('endAgreement.reasonHint')}
              />
            </Form>
          </ForLeader>
        </Section>
        <ConfirmDialog {...form.confirm} danger title={t('endAgreement.ask')} deed={t('endAgreement.deed')}>
          {lastDay &&
            stops.data &&
            t('endAgreement.sure', { institutions: stops.data.institutions, day: longDate(lastDay) })}
        </ConfirmDialog>
      </Columns>
    </PageFrame>
  )
}
