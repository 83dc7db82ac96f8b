import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { consentsApi } from './api.ts'
import type { ConsentsFileProps } from './ConsentsFile.tsx'
import { reaches } from './rules.ts'

type DisclosedClass = 'file' | 'whereabouts' | 'health' | 'addiction' | 'justice'
const begun = () => ({
  basisId: newId(),
  personId: null as string | null,
  to: null as string | null,
  rule: null as string | null,
  classes: ['file'] as DisclosedClass[],
  purpose: '',
  since: null as string | null,
  until: null as string | null,
  what: '',
})
type Written = ReturnType<typeof begun>

const disclosable: DisclosedClass[] = ['file', 'whereabouts', 'health', 'addiction', 'justice']

/** Records a basis in law from the table: whose data, for whom, what, until when. */
export function RecordBasis({
  scopeId,
  people,
  receivers,
  onClose,
}: Omit<ConsentsFileProps, 'mayRecord'> & { onClose: () => void }) {
  const { t } = useTranslation('consents')
  const codes = useCodes()
  const [recorded, setRecorded] = useState<string | null>(null)

  /** What follows from what was chosen so far. */
  const basisOf = (values: Written) => {
    const receiver = receivers.find(({ id }) => id === values.to)
    const group = codes
      .entries('institutions.institution_kind')
      .find(({ code }) => code === receiver?.kind)?.group
    const rules = codes
      .entries('consents.basis_rule')
      .filter(
        (rule) =>
          rule.kind === 'law' && (!receiver || reaches(rule, { kind: receiver.kind, group: String(group) })),
      )
    const rule = rules.find(({ code }) => code === values.rule) ?? rules[0]
    const person = people.find(({ id }) => id === values.personId)
    const covered = disclosable.filter((each) => (rule?.classes as string[] | undefined)?.includes(each))
    const longest = typeof rule?.longestDays === 'number' ? rule.longestDays : null
    const since = values.since ?? today()
    return {
      receiver,
      rules,
      rule,
      person,
      covered,
      classes: values.classes.filter((each) => covered.includes(each)),
      longest,
      since,
      until: values.until ?? (longest ? addDays(since, longest - 1) : since),
    }
  }
  const form = useForm(consentsApi.recordBasis, {
    params: { id: scopeId },
    start: begun,
    draft: `case/${scopeId}/basis`,
    body: (values) => {
      const { rule, classes, since, until } = basisOf(values)
      return { ...values, id: values.basisId, rule: rule?.code, classes, since, until }
    },
    onDone: (_, values) => setRecorded(basisOf(values).person?.name ?? ''),
  })
  const { values } = form
  const { rules, rule, covered, classes, longest, since, until } = basisOf(values)

  if (recorded !== null)
    return (
      <Section heading={t('record.title')}>
        <Done title={t('record.done', { person: recorded })} sub={t('record.doneSub')}>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button onClick={() => setRecorded(null)}>{t('record.another')}</Button>
            <Button kind="filled" onClick={onClose}>
              {t('record.close')}
            </Button>
          </div>
        </Done>
      </Section>
    )
  return (
    <Section heading={t('record.title')}>
      <Form of={form} deed={t('record.basis')} beside={<Button onClick={onClose}>{t('back')}</Button>}>
        <ChoiceCards
          {...form.field('personId', t('record.whose'), { lack: t('record.lackWhose') })}
          hint={t('record.whoseHint')}
          choices={people.map((each) => ({
            value: each.id,
            title: each.name,
            sub: each.age ?? undefined,
          }))}
        />
        <SelectField
          {...form.field('to', t('record.to'), { lack: t('record.lackTo') })}
          hint={t('record.toHint')}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          {...form.field('rule', t('record.rule'))}
          hint={rule?.article ? String(rule.article) : undefined}
          options={rules.map(({ code }) => ({
            value: code,
            label: codes.label('consents.basis_rule', code),
          }))}
          value={rule?.code ?? ''}
        />
        <CheckboxesField
          {...form.field('classes', t('record.what'), { lack: t('record.lackWhat') })}
          choices={covered.map((each) => ({
            value: each,
            label: t(`classes.${each}.name`),
            hint: t(`classes.${each}.examples`),
          }))}
          value={classes}
        />
        <TextArea
          {...form.field('purpose', t('record.purpose'), { lack: t('record.lackPurpose') })}
          hint={t('record.purposeHint')}
          rows={2}
        />
        <FieldRow>
          <DateField {...form.field('since', t('record.since'))} value={since} />
          {rule?.standing !== false && (
            <DateField
              {...form.field('until', t('record.until'))}
              hint={longest ? t('record.longest', { days: longest }) : undefined}
              value={until}
              min={since}
            />
          )}
        </FieldRow>
        <TextArea {...form.field('what', t('record.said'))} rows={2} />
      </Form>
    </Section>
  )
}
