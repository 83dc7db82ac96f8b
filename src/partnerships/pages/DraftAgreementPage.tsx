import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { answerDaysOtherwise } from '../contract.ts'
import { linesOf } from '../linesOf.ts'
import { type Agreement, partnershipsApi, shortOf } from './api.ts'
import { ForLeader } from './ForLeader.tsx'
import { NumberField } from './NumberField.tsx'
import { usePartnership } from './PartnershipFrame.tsx'

/** The agreement that all sign: how long, how quickly we answer, how often we meet, and what else was agreed. */
export function DraftAgreementPage() {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const agreements = useAsk(partnershipsApi.agreements, { params: { id } })
  if (agreements.data)
    return <Draft present={agreements.data.find(({ inForceSince, ended }) => inForceSince && !ended)} />
  return (
    <PageFrame narrow tab={t('agreement.title')} title={t('agreement.title')}>
      <Section heading={t('agreement.how')}>
        <Loaded query={agreements} rows={6}>
          {() => null}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

/** One that follows another begins when that one ends, and starts from what was agreed there. */
function Draft({ present }: { present: Agreement | undefined }) {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const go = useGo()
  const title = t(present ? 'agreement.nextTitle' : 'agreement.title')
  const from = present ? addDays(present.to, 1) : today()
  const partnership = usePartnership(id)
  const members = useAsk(partnershipsApi.members, { params: { id } })
  const form = useForm(partnershipsApi.draftAgreement, {
    params: { id },
    start: () => ({
      id: newId(),
      number: '',
      from: from as string | null,
      to: addDays(from, 729) as string | null,
      immediate: String(present?.answerDays.immediate ?? 0),
      urgent: String(present?.answerDays.urgent ?? 2),
      usual: String(present?.answerDays.usual ?? answerDaysOtherwise),
      meetingEveryMonths: String(present?.meetingEveryMonths ?? 1),
      noticeDays: String(present?.noticeDays ?? 30),
      provisions: present?.provisions.join('\n') ?? '',
    }),
    body: ({ immediate, urgent, usual, provisions, ...values }) => ({
      ...values,
      answerDays: { immediate, urgent, usual },
      provisions: linesOf(provisions),
    }),
    draft: `partnership/${id}/agreement`,
    onDone: () => go(pageAt('/partnerships/$id/documents', { id })),
  })
  const parties = members.data?.filter(({ state }) => state !== 'left') ?? []
  const answer = (name: 'immediate' | 'urgent' | 'usual') =>
    form.field(name, t(`agreement.${name}`), { at: `answerDays.${name}` })
  return (
    <PageFrame
      narrow
      tab={title}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: title },
      ]}
      title={title}
      sub={t(present ? 'agreement.nextSub' : 'agreement.sub')}
    >
      <ForLeader of={partnership}>
        <Form of={form} deed={t('agreement.deed')}>
          <Section heading={t('agreement.how')}>
            <div style={{ display: 'grid', gap: 16 }}>
              <FieldRow>
                <DateField {...form.field('from', t('agreement.from'))} />
                <DateField {...form.field('to', t('agreement.to'))} />
              </FieldRow>
              <FieldRow>
                <NumberField {...answer('immediate')} />
                <NumberField {...answer('urgent')} />
                <NumberField {...answer('usual')} />
              </FieldRow>
              <FieldRow>
                <NumberField {...form.field('meetingEveryMonths', t('agreement.meetingEveryMonths'))} />
                <NumberField {...form.field('noticeDays', t('agreement.noticeDays'))} />
                <TextField {...form.field('number', t('agreement.number'))} />
              </FieldRow>
              <TextArea
                {...form.field('provisions', t('agreement.provisions'))}
                hint={t('agreement.provisionsHint')}
                maxLength={4000}
              />
            </div>
          </Section>
          <Section heading={t('agreement.parties')} count={parties.length}>
            <p>{parties.map(({ institution }) => shortOf(institution)).join(', ')}</p>
            <p className="sm muted" style={{ marginTop: 6 }}>
              {t('agreement.partiesHint')}
            </p>
          </Section>
        </Form>
      </ForLeader>
    </PageFrame>
  )
}
