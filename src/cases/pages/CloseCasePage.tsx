import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCodes } from '../../platform/codes/useCodes.ts'
import { useFormDraft } from '../../platform/drafts/useFormDraft.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { newId } from '../../platform/kit/newId.ts'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Problem } from '../../platform/kit/request.ts'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { useDeed } from '../../platform/kit/useDeed.ts'
import { addDays, today } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/texts/useWords.ts'
import { casesApi } from './api.ts'
import { type Family, FamilyFrame } from './FamilyFrame.tsx'
import { Opinions } from './Opinions.tsx'

/** Days of after-care that are proposed where the reason calls for it: a month, a quarter, half a year. */
const proposed = () => [30, 91, 182].map((days) => addDays(today(), days))

/** Closing a case: why, what the family and the institutions say of the work, when somebody will look in again. */
export function CloseCasePage() {
  const { t } = useTranslation('cases')
  return (
    <FamilyFrame part="overview" title={t('close.title')} sub={t('close.sub')}>
      {(family) => (
        <Columns aside={family.may.includes('team') && <Opinions family={family} />}>
          {!family.may.includes('coordinate') ? (
            <Section heading={t('close.title')}>
              <EmptyState>{t('close.onlyCoordinator')}</EmptyState>
            </Section>
          ) : family.closedAt ? (
            <Reopen family={family} />
          ) : (
            <Close family={family} />
          )}
        </Columns>
      )}
    </FamilyFrame>
  )
}

function Close({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { longDate } = useWords()
  const { options, entries, label } = useCodes()
  const draft = useFormDraft(`case/${family.id}/close`, {
    reason: null as string | null,
    note: '',
    afterCare: proposed() as (string | null)[],
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const reason = entries('cases.closing_reason').find(({ code }) => code === values.reason)
  const cares = reason?.afterCare === true
  const days = cares ? values.afterCare.filter((day): day is string => day !== null) : []
  const close = useDeed(
    (body: { reason: string; note: string; afterCare: string[] }, key) =>
      casesApi.close({ params: { id: family.id }, body, key }),
    () => draft.clear(),
  )
  const lacksNote = reason?.needsText === true && values.note.trim().length < 2
  return (
    <Section heading={t('close.why')}>
      <Form
        problem={asking ? null : close.problem}
        onSubmit={() => {
          setMissing(true)
          if (values.reason && !lacksNote) setAsking(true)
        }}
        actions={
          <>
            <Button kind="filled" type="submit">
              {t('close.deed')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <SelectField
          label={t('close.reason')}
          options={options('cases.closing_reason')}
          value={values.reason}
          onChange={(chosen) => change({ reason: chosen })}
          error={missing && !values.reason && t('close.lackReason')}
        />
        <TextArea
          label={t('close.note')}
          optional={reason?.needsText !== true}
          value={values.note}
          onChange={(note) => change({ note })}
          maxLength={2000}
          error={
            (missing && lacksNote && t('close.lackNote')) ||
            (close.problem instanceof Problem && close.problem.at('note'))
          }
        />
        {cares && (
          <fieldset>
            <legend className="sm m">{t('close.afterCare')}</legend>
            <p className="sm muted">{t('close.afterCareHint')}</p>
            <FieldRow>
              {values.afterCare.map((day, i) => (
                <DateField
                  // biome-ignore lint/suspicious/noArrayIndexKey: the first, second and third visit
                  key={i}
                  label={t('close.visit', { number: i + 1 })}
                  optional
                  min={today()}
                  value={day}
                  onChange={(changed) =>
                    change(({ afterCare }) => ({
                      afterCare: afterCare.map((each, at) => (at === i ? changed : each)),
                    }))
                  }
                />
              ))}
            </FieldRow>
          </fieldset>
        )}
      </Form>
      <ConfirmDialog
        open={asking}
        title={t('close.confirm')}
        deed={t('close.deed')}
        danger
        busy={close.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => close.run({ reason: values.reason!, note: values.note, afterCare: days })}
      >
        <p>
          {t('close.confirmText', {
            reason: values.reason ? label('cases.closing_reason', values.reason) : '',
          })}
        </p>
        {days.length > 0 && <p>{t('family.afterCare', { days: days.map(longDate).join(', ') })}</p>}
        <ProblemNotice problem={close.problem} />
      </ConfirmDialog>
    </Section>
  )
}

function Reopen({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { label } = useCodes()
  const [id] = useState(newId)
  const reopen = useDeed((body: { id: string }, key) =>
    casesApi.reopen({ params: { id: family.id }, body, key }),
  )
  return (
    <Section heading={t('close.closed')}>
      {family.closingReason && <p>{label('cases.closing_reason', family.closingReason)}</p>}
      <p className="sm muted" style={{ margin: '8px 0 14px' }}>
        {t('close.reopenText')}
      </p>
      <ProblemNotice problem={reopen.problem} />
      <Button kind="filled" busy={reopen.busy} onClick={() => reopen.run({ id })}>
        {t('close.reopen')}
      </Button>
    </Section>
  )
}
