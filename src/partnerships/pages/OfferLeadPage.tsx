import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { partnershipsApi } from './api.ts'
import { usePartnership } from './PartnershipFrame.tsx'

/** The leading part is offered to another member, with the decision of the partnership. */
export function OfferLeadPage() {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const go = useGo()
  const draft = useFormDraft(`partnership/${id}/lead`, {
    id: newId(),
    institutionId: null as string | null,
    decidedOn: today() as string | null,
    decision: '',
  })
  const { values: given, change } = draft
  const [tried, setTried] = useState(false)
  const partnership = usePartnership(id)
  const members = useQuery({
    queryKey: ['partnerships', id, 'members'],
    queryFn: () => partnershipsApi.members({ params: { id } }),
  })
  const deed = useDeed(
    (body: typeof given, key) =>
      partnershipsApi.offerLead({
        params: { id },
        body: { ...body, institutionId: body.institutionId ?? '', decidedOn: body.decidedOn ?? '' },
        key,
      }),
    () => {
      draft.clear()
      go(`/partnerships/${id}`)
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const others = members.data?.filter(({ leading, state }) => !leading && state === 'member') ?? []
  return (
    <PageFrame
      narrow
      tab={t('lead.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: `/partnerships/${id}` },
        { label: t('lead.title') },
      ]}
      title={t('lead.title')}
      sub={t('lead.sub')}
    >
      <Section heading={t('leave.reasonHeading')}>
        <OldForm
          onSubmit={() => {
            setTried(true)
            deed.run(given)
          }}
          problem={deed.problem}
          actions={
            <>
              <Button kind="filled" type="submit" busy={deed.busy}>
                {t('lead.offer')}
              </Button>
              <DraftLine draft={draft} />
            </>
          }
        >
          <SelectField
            label={t('lead.who')}
            options={others.map(({ institution }) => ({ value: institution.id, label: institution.name }))}
            value={given.institutionId}
            onChange={(institutionId) => change({ institutionId })}
            error={(tried && !given.institutionId && t('lead.lackWho')) || at('institutionId')}
          />
          <DateField
            label={t('endAgreement.decidedOn')}
            value={given.decidedOn}
            max={today()}
            onChange={(decidedOn) => change({ decidedOn })}
            error={at('decidedOn')}
          />
          <TextArea
            label={t('lead.decision')}
            hint={t('lead.decisionHint')}
            value={given.decision}
            onChange={(decision) => change({ decision })}
            maxLength={500}
            error={at('decision')}
          />
        </OldForm>
        <p className="sm muted" style={{ marginTop: 12 }}>
          {t('lead.stays')}
        </p>
      </Section>
    </PageFrame>
  )
}
