import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Assessment, assessmentsApi } from './api.ts'
import { offPapers } from './offPapers.ts'

/** Fixes the assessment: the day, those present; what is missing stands beside the deed. */
export function FixAssessment({ family, assessment }: { family: Family; assessment: Assessment }) {
  const { t } = useTranslation('assessments')
  const { options, entries, label } = useCodes()
  const left = options('assessments.life_domain').length - assessment.agreed.length
  const whom = useAsk(casesApi.whom, { params: { id: family.id } })
  const off = offPapers(assessment, entries('assessments.life_domain'), whom.data?.people ?? [])
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
        {(['whole', 'one'] as const).map((kind) => {
          const domains = off
            .filter(({ because }) => (because === 'another-adult') === (kind === 'one'))
            .map(({ domain }) => label('assessments.life_domain', domain))
          return (
            domains.length > 0 && <p key={kind}>{t(`fixing.off.${kind}`, { domains: domains.join(', ') })}</p>
          )
        })}
      </ConfirmDialog>
    </PlainSection>
  )
}
