import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { hourFromTyping } from '../../institutions/hourFromTyping.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { limitKinds } from '../contract.ts'
import { basketsApi } from './api.ts'

type Kind = (typeof limitKinds)[number]

/** What limits the family: of each kind one thing is asked, and the family's own words beside it. */
export function LimitForm({ family, onDone }: { family: Family; onDone: () => void }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.limits' })
  const { t: days } = useTranslation('directory', { keyPrefix: 'weekday' })
  const { options } = useCodes()
  const form = useForm(basketsApi.sayLimit, {
    params: { id: family.id },
    start: () => ({
      id: newId(),
      kind: null as Kind | null,
      number: '',
      weekdays: null as string[] | null,
      at: '',
      language: null as string | null,
      words: '',
    }),
    body: ({ kind, number, weekdays, at, language, ...rest }) => ({
      ...rest,
      kind,
      ...(counted.includes(kind!) && { number: number.trim() ? Number(number) : undefined }),
      ...(kind === 'days' && { weekdays: weekdays?.map(Number).sort() }),
      ...(kind === 'back_by' && { at: hourFromTyping(at) ?? at }),
      ...(kind === 'language' && { language: language ?? undefined }),
    }),
    faults: ({ kind, number, weekdays, at, language }) => ({
      number: counted.includes(kind!) && !/^\d{1,5}$/.test(number.trim()) && t('numberMissing'),
      weekdays: kind === 'days' && !weekdays?.length && t('daysMissing'),
      at: kind === 'back_by' && !hourFromTyping(at) && t('hourMissing'),
      language: kind === 'language' && !language && t('languageMissing'),
    }),
    draft: `case/${family.id}/limit`,
    onDone,
  })
  const { kind } = form.values
  const weekdays = form.field('weekdays', t('which'))
  return (
    <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
      <SelectField
        {...form.field('kind', t('what'), { lack: t('whatMissing') })}
        options={limitKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {counted.includes(kind!) && (
        <TextField {...form.field('number', t(`number.${kind}`))} optional={false} inputMode="numeric" />
      )}
      {kind === 'days' && (
        <fieldset>
          <legend className="sm m">{weekdays.label}</legend>
          <Chips
            choices={week.map((value) => ({ value, label: days(value) }))}
            value={weekdays.value ?? []}
            onTurn={(day) => {
              const now = weekdays.value ?? []
              weekdays.onChange(now.includes(day) ? now.filter((each) => each !== day) : [...now, day])
            }}
          />
          {weekdays.error && <FieldError>{weekdays.error}</FieldError>}
        </fieldset>
      )}
      {kind === 'back_by' && (
        <TextField {...form.field('at', t('hour'))} optional={false} hint={t('hourHint')} />
      )}
      {kind === 'language' && (
        <SelectField {...form.field('language', t('language'))} options={options('directory.language')} />
      )}
      <TextField {...form.field('words', t('words'))} hint={t('wordsHint')} />
    </Form>
  )
}

const counted: Kind[] = ['hours', 'journeys', 'money']
const week = ['1', '2', '3', '4', '5', '6', '7']
