import { useTranslation } from 'react-i18next'
import { assessmentsApi } from '../../assessments/pages/api.ts'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import type { OpenClass } from '../../cases/pages/ReadBy.tsx'
import { byDefault, useWhom } from '../../cases/pages/useWhom.ts'
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
import { basketsApi } from './api.ts'

/** A goal in the family's own words; everything else may come later. */
export function GoalForm({ family, onDone }: { family: Family; onDone: () => void }) {
  const { t } = useTranslation('baskets')
  const { entries, label } = useCodes()
  const whom = useWhom(family.id)
  const inDomains = useAsk(assessmentsApi.whomInDomains, { params: { id: family.id } })
  const usualIn = (domain: string | null) => inDomains.data?.find((each) => each.domain === domain)?.shared
  const form = useForm(basketsApi.setGoal, {
    params: { id: family.id },
    start: () => ({
      id: newId(),
      domain: null as string | null,
      words: '',
      indicator: '',
      levelNow: null as string | null,
      target: null as string | null,
      until: null as string | null,
      ...byDefault,
    }),
    faults: (values) => ({ about: whom?.fault(values.words, values, usualIn(values.domain)) }),
    draft: `case/${family.id}/goal`,
    onDone,
  })
  const domains = entries('assessments.life_domain').filter((entry) => entry.class !== 'violence')
  const levels = ['1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level }))
  return (
    <Form of={form} deed={t('setGoal')}>
      <TextArea
        {...form.field('words', t('goalWords'), { lack: t('goalWordsMissing') })}
        hint={t('goalWordsHint')}
        rows={2}
      />
      <SelectField
        {...form.field('domain', t('goalDomain'), { lack: t('goalDomainMissing') })}
        options={domains.map(({ code }) => ({ value: code, label: label('assessments.life_domain', code) }))}
      />
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
