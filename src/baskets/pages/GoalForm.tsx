import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assessmentsApi } from '../../assessments/pages/api.ts'
import { levelsBefore } from '../../assessments/pages/levelsBefore.ts'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import type { OpenClass } from '../../cases/pages/ReadBy.tsx'
import { byDefault, useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
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
  onBack?: (() => void) | undefined
}
const other = 'other'
const level = (value: number | null | undefined) => (value ? String(value) : null)

/** A goal in the family's own words; everything else may come later. */
export function GoalForm({ family, goal, onDone, onBack }: GoalFormProps) {
  const { t, i18n } = useTranslation('baskets')
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
      indicator: goal?.indicator ?? '',
      levelNow: level(goal?.levelNow),
      target: level(goal?.target),
      until: goal?.until ?? null,
      ...byDefault,
    }),
    faults: (values) => ({ about: whom?.fault(values.words, values, usualIn(values.domain)) }),
    draft: `case/${family.id}/goal${goal ? `/${goal.id}` : ''}`,
    ...(goal && { version: goal.version }),
    onDone: () => {
      setElsewhere(false)
      onDone()
    },
  })
  const assessments = useAsk(assessmentsApi.assessments, { params: { id: family.id } })
  const standing = levelsBefore(assessments.data ?? [])
  const [elsewhere, setElsewhere] = useState(false)
  const domains = entries('assessments.life_domain').filter((entry) => entry.class !== 'violence')
  /** Each with what it means in the domain of the goal, once that is chosen. */
  const anchors = domains.find(({ code }) => code === form.values.domain)?.anchors as
    | { level: number; pl: string; en: string }[]
    | undefined
  const levels = ['1', '2', '3', '4', '5'].map((value) => {
    const means = anchors?.find((each) => String(each.level) === value)?.[
      i18n.language === 'en' ? 'en' : 'pl'
    ]
    return { value, label: means ? `${value}. ${means}` : value }
  })
  const wanted = levels.filter(({ value }) => value >= (form.values.levelNow ?? '1'))
  const domain = form.field('domain', t('goalDomain'), { lack: t('goalDomainMissing') })
  const target = form.field('target', t('target'))
  const agreed = domains.filter(({ code }) => standing.has(code))
  /** The level that was agreed is where the goal begins; nobody writes it twice. */
  const choose = (code: string | null) => {
    const last = code ? standing.get(code)?.last : undefined
    form.change({ domain: code, levelNow: last && /^\d$/.test(last) ? last : null })
  }
  const chosenLast = form.values.domain ? standing.get(form.values.domain)?.last : undefined
  const isAgreed = chosenLast !== undefined && chosenLast === form.values.levelNow
  return (
    <Form
      of={form}
      deed={t(goal ? 'keepGoal' : 'setGoal')}
      beside={onBack && <Button onClick={onBack}>{t(goal ? 'cancel' : 'noMoreGoals')}</Button>}
    >
      <TextArea
        {...form.field('words', t('goalWords'), { lack: t('goalWordsMissing') })}
        hint={t('goalWordsHint')}
        rows={2}
      />
      {!goal && agreed.length > 0 && (
        <fieldset>
          <legend className="sm m">{domain.label}</legend>
          <Chips
            choices={[
              ...agreed.map(({ code }) => ({ value: code, label: label('assessments.life_domain', code) })),
              { value: other, label: t('otherDomain') },
            ]}
            value={elsewhere ? [other] : form.values.domain ? [form.values.domain] : []}
            onTurn={(code) => {
              setElsewhere(code === other)
              choose(code === other || code === form.values.domain ? null : code)
            }}
          />
          {!elsewhere && domain.error && <FieldError>{domain.error}</FieldError>}
        </fieldset>
      )}
      {!goal && (elsewhere || agreed.length === 0) && (
        <SelectField
          {...domain}
          onChange={choose}
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
      {isAgreed ? (
        <p className="sm">{t('levelAgreed', { level: form.values.levelNow })}</p>
      ) : (
        <SelectField {...form.field('levelNow', t('levelNow'))} options={levels} />
      )}
      <fieldset>
        <legend className="sm m">{target.label}</legend>
        <Chips
          choices={wanted.map(({ value }) => ({ value, label: value }))}
          value={target.value ? [target.value] : []}
          onTurn={(value) => target.onChange(value === target.value ? null : value)}
        />
        {anchors && (
          <ul
            className="sm muted"
            style={{ listStyle: 'none', display: 'grid', gap: 4, margin: '8px 0 0', padding: 0 }}
          >
            {wanted.map(({ value, label: means }) => (
              <li key={value}>{means}</li>
            ))}
          </ul>
        )}
        {target.error && <FieldError>{target.error}</FieldError>}
      </fieldset>
      <Explain question={t('more')}>
        <div style={{ display: 'grid', gap: 14 }}>
          {isAgreed && <SelectField {...form.field('levelNow', t('levelNow'))} options={levels} />}
          <DateField {...form.field('until', t('until'))} min={today()} />
          <TextField {...form.field('indicator', t('indicator'))} hint={t('indicatorHint')} />
        </div>
      </Explain>
    </Form>
  )
}
