import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { isEmpty } from '../../platform/web/shape.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'

export type PersonFacts = {
  givenName: string
  familyName: string
  birthDate: string | null
  sex: 'female' | 'male' | null
  expected: boolean
  /** Asked while the day is not known; left out where it is not asked at all. */
  birthYear?: string
  /** Left out where it is not asked. */
  pesel?: string
}

/** What is sent of a person: the day of birth, or else the year; a PESEL only when there is one. */
export const personBody = <Facts extends PersonFacts>(facts: Facts) => ({
  ...facts,
  ...(facts.expected
    ? { birthDate: null, birthYear: null, pesel: null }
    : { birthYear: facts.birthDate ? null : facts.birthYear, pesel: facts.pesel?.trim() || null }),
})

/** Said at the family name when neither is written. */
export const lacksName = ({ givenName, familyName }: Pick<PersonFacts, 'givenName' | 'familyName'>) =>
  isEmpty(givenName) && isEmpty(familyName)

/** Who a person is: names, date or at least year of birth, PESEL when it is at hand. */
export function PersonFields({
  of,
  nameHint,
  born,
}: {
  of: FieldsOf<PersonFacts>
  nameHint?: string
  /** They were born, whatever is written of it just now. */
  born?: boolean
}) {
  const { t } = useTranslation('households')
  const { birthDate, birthYear, pesel, expected } = of.values
  // Of whom a birth is known nobody asks.
  const mayBeExpected = expected || !(born || birthDate || birthYear || pesel)
  const sex = (
    <SelectField
      {...of.field('sex', t('person.sex'))}
      options={(['female', 'male'] as const).map((code) => ({
        value: code,
        label: t(`person.sexes.${code}`),
      }))}
    />
  )
  return (
    <>
      <FieldRow>
        <TextField {...of.field('givenName', t('person.givenName'))} hint={t('person.givenNameHint')} />
        <TextField
          {...of.field('familyName', t('person.familyName'), { lack: t('person.lackName') })}
          optional={false}
          hint={nameHint ?? t('person.familyNameHint')}
        />
      </FieldRow>
      {mayBeExpected && <CheckboxField {...of.field('expected', t('person.expected'))} />}
      {expected && <FieldRow>{sex}</FieldRow>}
      {!expected && (
        <FieldRow>
          <DateField {...of.field('birthDate', t('person.birthDate'))} max={today()} />
          {birthYear !== undefined && !birthDate && (
            <TextField
              {...of.field('birthYear', t('person.birthYear'), { lack: t('person.badYear') })}
              value={birthYear}
              inputMode="numeric"
            />
          )}
          {pesel === undefined && sex}
        </FieldRow>
      )}
      {!expected && pesel !== undefined && (
        <FieldRow>
          <TextField
            {...of.field('pesel', 'PESEL')}
            value={pesel}
            hint={t('person.peselHint')}
            inputMode="numeric"
          />
          {sex}
        </FieldRow>
      )}
    </>
  )
}
