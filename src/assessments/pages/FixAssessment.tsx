import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { type Assessment, assessmentsApi } from './api.ts'

/** Fixes the assessment: the day, those present; what is missing stands beside the deed. */
export function FixAssessment({ family, assessment }: { family: Family; assessment: Assessment }) {
  const { t } = useTranslation('assessments')
  const draft = useFormDraft(`assessment/${assessment.id}/fix`, {
    day: today() as string | null,
    present: '',
  })
  const { day, present } = draft.values
  const [tried, setTried] = useState(false)
  const names = present
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name.length > 1)
  const fix = useDeed(
    (_: object, key) =>
      assessmentsApi.fix({
        params: { id: family.id, assessmentId: assessment.id },
        body: { agreedOn: day!, present: names },
        key,
      }),
    draft.clear,
  )
  return (
    <PlainSection heading={t('fixTitle')}>
      <p className="sm muted" style={{ marginBottom: 12 }}>
        {t('fixHint', { count: assessment.agreed.length })}
      </p>
      <OldForm
        problem={fix.problem}
        onSubmit={() => {
          setTried(true)
          if (day && names.length) fix.run({ day, names })
        }}
        actions={
          <>
            <Button kind="filled" type="submit" busy={fix.busy}>
              {t('fix')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <DateField
          label={t('fixDay')}
          max={today()}
          value={day}
          onChange={(chosen) => draft.change({ day: chosen })}
          error={tried && !day && t('fixDayMissing')}
        />
        <TextArea
          label={t('fixPresent')}
          hint={t('fixPresentHint')}
          rows={4}
          value={present}
          onChange={(typed) => draft.change({ present: typed })}
          error={tried && !names.length && t('fixPresentMissing')}
        />
      </OldForm>
    </PlainSection>
  )
}
