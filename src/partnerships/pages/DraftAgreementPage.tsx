import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { answerDaysOtherwise } from '../contract.ts'
import { linesOf } from '../linesOf.ts'
import { type Agreement, partnershipsApi, shortOf } from './api.ts'
import { NumberField } from './NumberField.tsx'
import { usePartnership } from './PartnershipFrame.tsx'

/** The agreement that all sign: how long, how quickly we answer, how often we meet, and what else was agreed. */
export function DraftAgreementPage() {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const agreements = useQuery({
    queryKey: ['partnerships', id, 'agreements'],
    queryFn: () => partnershipsApi.agreements({ params: { id } }),
  })
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
  const members = useQuery({
    queryKey: ['partnerships', id, 'members'],
    queryFn: () => partnershipsApi.members({ params: { id } }),
  })
  const draft = useFormDraft(`partnership/${id}/agreement`, {
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
  })
  const { values, change } = draft
  const deed = useDeed(
    (given: typeof values, key) =>
      partnershipsApi.draftAgreement({
        params: { id },
        body: {
          id: given.id,
          number: given.number,
          from: given.from ?? '',
          to: given.to ?? '',
          answerDays: {
            immediate: Number(given.immediate || -1),
            urgent: Number(given.urgent),
            usual: Number(given.usual),
          },
          meetingEveryMonths: Number(given.meetingEveryMonths),
          noticeDays: Number(given.noticeDays),
          provisions: linesOf(given.provisions),
        },
        key,
      }),
    () => {
      draft.clear()
      go(`/partnerships/${id}/documents`)
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const parties = members.data?.filter(({ state }) => state !== 'left') ?? []
  const number = (field: 'immediate' | 'urgent' | 'usual' | 'meetingEveryMonths' | 'noticeDays') => ({
    label: t(`agreement.${field}`),
    value: values[field],
    onChange: (value: string) => change({ [field]: value }),
    error: at(field) ?? at(`answerDays.${field}`),
  })
  return (
    <PageFrame
      narrow
      tab={title}
      crumbs={[{ label: partnership.data?.name ?? '…', to: `/partnerships/${id}` }, { label: title }]}
      title={title}
      sub={t(present ? 'agreement.nextSub' : 'agreement.sub')}
    >
      <OldForm
        onSubmit={() => deed.run(values)}
        problem={deed.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('agreement.deed')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <Section heading={t('agreement.how')}>
          <div style={{ display: 'grid', gap: 16 }}>
            <FieldRow>
              <DateField
                label={t('agreement.from')}
                value={values.from}
                onChange={(from) => change({ from })}
                error={at('from')}
              />
              <DateField
                label={t('agreement.to')}
                value={values.to}
                onChange={(to) => change({ to })}
                error={at('to')}
              />
            </FieldRow>
            <FieldRow>
              <NumberField {...number('immediate')} />
              <NumberField {...number('urgent')} />
              <NumberField {...number('usual')} />
            </FieldRow>
            <FieldRow>
              <NumberField {...number('meetingEveryMonths')} />
              <NumberField {...number('noticeDays')} />
              <TextField
                label={t('agreement.number')}
                optional
                value={values.number}
                onChange={(value) => change({ number: value })}
                maxLength={40}
              />
            </FieldRow>
            <TextArea
              label={t('agreement.provisions')}
              hint={t('agreement.provisionsHint')}
              optional
              value={values.provisions}
              onChange={(provisions) => change({ provisions })}
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
      </OldForm>
    </PageFrame>
  )
}
