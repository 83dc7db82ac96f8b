import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { partnershipsApi } from './api.ts'
import { usePartnership } from './PartnershipFrame.tsx'
import { useWhatStops, WhatStops } from './WhatStops.tsx'

/** Before an agreement ends early: what will stop, in numbers, and what stays; then the decision and the deed. */
export function EndAgreementPage() {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const [id, agreementId] = [useParam('id'), useParam('agreementId')]
  const go = useGo()
  const [given, setGiven] = useState({
    lastDay: null as string | null,
    decidedOn: today() as string | null,
    reason: '',
  })
  const [asking, setAsking] = useState(false)
  const partnership = usePartnership(id)
  const stops = useWhatStops(agreementId)
  const deed = useDeed(
    (_: string, key) =>
      partnershipsApi.endAgreement({
        params: { id: agreementId },
        body: { lastDay: given.lastDay ?? '', decidedOn: given.decidedOn ?? '', reason: given.reason },
        key,
      }),
    () => go(`/partnerships/${id}/documents`),
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const run = () => deed.run(JSON.stringify(given))
  return (
    <PageFrame
      narrow
      tab={t('endAgreement.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: `/partnerships/${id}` },
        { label: t('tabs.documents'), to: `/partnerships/${id}/documents` },
        { label: t('endAgreement.title') },
      ]}
      title={t('endAgreement.title')}
      sub={t('endAgreement.sub')}
    >
      <Columns>
        <WhatStops stops={stops} />
        <Section heading={t('leave.reasonHeading')}>
          <OldForm
            // What is missing is said by the field, before anybody is asked whether they are sure.
            onSubmit={() => (given.lastDay && given.reason.trim() ? setAsking(true) : run())}
            problem={deed.problem}
            actions={
              <Button kind="danger" type="submit" busy={deed.busy}>
                {t('endAgreement.deed')}
              </Button>
            }
          >
            <FieldRow>
              <DateField
                label={t('endAgreement.decidedOn')}
                value={given.decidedOn}
                max={today()}
                onChange={(decidedOn) => setGiven({ ...given, decidedOn })}
                error={at('decidedOn')}
              />
              <DateField
                label={t('endAgreement.lastDay')}
                value={given.lastDay}
                min={today()}
                onChange={(lastDay) => setGiven({ ...given, lastDay })}
                error={at('lastDay')}
              />
            </FieldRow>
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
        <ConfirmDialog
          open={asking}
          danger
          title={t('endAgreement.ask')}
          deed={t('endAgreement.deed')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            run()
          }}
        >
          {given.lastDay &&
            stops.data &&
            t('endAgreement.sure', { institutions: stops.data.institutions, day: longDate(given.lastDay) })}
        </ConfirmDialog>
      </Columns>
    </PageFrame>
  )
}
