import { useTranslation } from 'react-i18next'
import { assessmentsApi } from '../../assessments/pages/api.ts'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import type { OpenClass } from '../../cases/pages/ReadBy.tsx'
import { byDefault, useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { basketsApi, type Goal } from './api.ts'

type GoalFormProps = {
  family: Family
  /** One that is changed. */
  goal?: Goal
  onDone: () => void
}
const level = (value: number | null | undefined) => (value ? String(value) : null)

/** A goal in the family's own words; everything else may come later. */
export function GoalForm({ family, goal, onDone }: GoalFormProps) {
  const { t } = useTranslation('baskets')
  const { entries, label } = useCodes()
  const whom = useWhom(family.id)
  const inDomains = useAsk(assessmentsApi.whomInDomains, { params: { id: family.id } })
  const usualIn = (domain: string | null) =>
    goal ? { whom: null, people: goal.about } : inDomains.data?.find((each) => each.domain === domain)?.shared
  // A change has the same shape, and says which goal it changes.
  const call = (goal ? basketsApi.changeGoal : basketsApi.setGoal) as typeof basketsApi.setGoal
  const params = { id: family.id, goalId: goal?.id }
  const form = useForm(call, {
    params,
    start: () => ({
      id: newId(),
      domain: goal?.domain ?? null,
      words: goal?.words ?? '',
      expected: goal?.expected ?? null,
      priority: goal?.priority,
      indicator: goal?.indicator ?? '',
      levelNow: level(goal?.levelNow),
      target: level(goal?.target),
      until: goal?.until ?? null,
      ...byDefault,
    }),
    faults: (values) => ({ about: whom?.fault(values.words, values, usualIn(values.domain)) }),
    draft: `case/${family.id}/goal${goal ? `/${goal.id}` : ''}`,
    ...(goal && { version: goal.version }),
    onDone,
  })
  const domains = entries('assessments.life_domain').filter((entry) => entry.class !== 'violence')
  const levels = ['1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level }))
  return (
    <Form
      of={form}
      deed={t(goal ? 'keepGoal' : 'setGoal')}
      beside={goal && <Button onClick={onDone}>{t('cancel')}</Button>}
    >
      <TextArea
        {...form.field('words', t('goalWords'), { lack: t('goalWordsMissing') })}
        hint={t('goalWordsHint')}
        rows={2}
      />
      {!goal && (
        <SelectField
          {...form.field('domain', t('goalDomain'), { lack: t('goalDomainMissing') })}
          options={domains.map(({ code }) => ({
            value: code,
            label: label('assessments.life_domain', code),
          }))}
        />
      )}
      <AboutWhom
        caseId={family.id}
        form={form}
        whom={whom}
        usual={usualIn(form.values.domain)}
        text={form.values.words}
        opens={domains.find(({ code }) => code === form.values.domain)?.class as OpenClass | undefined}
      />
      <FieldRow>
        <SelectField {...form.field('levelNow', t('levelNow'))} options={levels} />
        <SelectField {...form.field('target', t('target'))} options={levels} />
      </FieldRow>
      <DateField {...form.field('until', t('until'))} min={today()} />
      <TextField {...form.field('indicator', t('indicator'))} hint={t('indicatorHint')} />
    </Form>
  )
}
