import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { partnershipsApi } from './api.ts'
import { ForLeader } from './ForLeader.tsx'
import { usePartnership } from './PartnershipFrame.tsx'

/** The leading part is offered to another member, with the decision of the partnership. */
export function OfferLeadPage() {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const go = useGo()
  const form = useForm(partnershipsApi.offerLead, {
    params: { id },
    start: () => ({
      id: newId(),
      institutionId: null as string | null,
      decidedOn: today() as string | null,
      decision: '',
    }),
    draft: `partnership/${id}/lead`,
    onDone: () => go(pageAt('/partnerships/$id', { id })),
  })
  const partnership = usePartnership(id)
  const members = useAsk(partnershipsApi.members, { params: { id } })
  const others = members.data?.filter(({ leading, state }) => !leading && state === 'member') ?? []
  return (
    <PageFrame
      narrow
      tab={t('lead.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: t('lead.title') },
      ]}
      title={t('lead.title')}
      sub={t('lead.sub')}
    >
      <Section heading={t('leave.reasonHeading')}>
        <ForLeader of={partnership}>
          <Form of={form} deed={t('lead.offer')}>
            <SelectField
              {...form.field('institutionId', t('lead.who'), { lack: t('lead.lackWho') })}
              options={others.map(({ institution }) => ({ value: institution.id, label: institution.name }))}
            />
            <DateField {...form.field('decidedOn', t('endAgreement.decidedOn'))} max={today()} />
            <TextArea {...form.field('decision', t('lead.decision'))} hint={t('lead.decisionHint')} />
          </Form>
        </ForLeader>
        <p className="sm muted" style={{ marginTop: 12 }}>
          {t('lead.stays')}
        </p>
      </Section>
    </PageFrame>
  )
}
