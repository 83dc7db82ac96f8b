import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Assessment, assessmentsApi } from './api.ts'

/** Fixes the assessment: the day, those present; what is missing stands beside the deed. */
export function FixAssessment({ family, assessment }: { family: Family; assessment: Assessment }) {
  const { t } = useTranslation('assessments')
  const left = useCodes().options('assessments.life_domain').length - assessment.agreed.length
  const form = useForm(assessmentsApi.fix, {
    params: { id: family.id, assessmentId: assessment.id },
    start: () => ({ day: today() as string | null, present: '' }),
    body: ({ day, present }) => ({
      agreedOn: day,
      present: present
        .split('\n')
        .map((name) => name.trim())
        .filter(Boolean),
    }),
    draft: `assessment/${assessment.id}/fix`,
    asks: true,
  })
  return (
    <PlainSection heading={t('fixTitle')}>
      <p className="sm muted" style={{ marginBottom: 12 }}>
        {t('fixHint', { count: assessment.agreed.length })}
      </p>
      <Form of={form} deed={t('fix')}>
        <DateField
          {...form.field('day', t('fixDay'), { at: 'agreedOn', lack: t('fixDayMissing') })}
          max={today()}
        />
        <TextArea
          {...form.field('present', t('fixPresent'), { lack: t('fixPresentMissing') })}
          hint={t('fixPresentHint')}
          rows={4}
        />
      </Form>
      <ConfirmDialog {...form.confirm} title={t('fixing.title')} deed={t('fix')}>
        <p>{t('fixing.means', { count: assessment.agreed.length })}</p>
        {left > 0 && <p>{t('fixing.left', { count: left })}</p>}
      </ConfirmDialog>
    </PlainSection>
  )
}
