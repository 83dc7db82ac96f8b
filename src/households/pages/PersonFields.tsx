import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'

export type PersonFacts = {
  givenName: string
  familyName: string
  birthDate: string | null
  sex: 'female' | 'male' | null
  /** Asked while the day is not known; left out where it is not asked at all. */
  birthYear?: string
  /** Left out where it is not asked. */
  pesel?: string
}

const isYear = (year: string) => /^(19|20)\d\d$/.test(year)

/** Whether a person has both names, and a year of birth that can be one. */
export const isComplete = ({ givenName, familyName, birthYear }: PersonFacts) =>
  givenName.trim() !== '' && familyName.trim() !== '' && (!birthYear || isYear(birthYear))

/** Who a person is: names, date or at least year of birth, PESEL when it is at hand. */
export function PersonFields({
  value,
  onChange,
  missing,
  at,
  nameHint,
}: {
  value: PersonFacts
  onChange: (part: Partial<PersonFacts>) => void
  /** Sending was tried: say what is missing. */
  missing: boolean
  at: (field: string) => string | undefined
  nameHint?: string
}) {
  const { t } = useTranslation('households')
  const { givenName, familyName, birthDate, birthYear, pesel } = value
  const sex = (
    <SelectField
      label={t('person.sex')}
      optional
      options={(['female', 'male'] as const).map((code) => ({
        value: code,
        label: t(`person.sexes.${code}`),
      }))}
      value={value.sex}
      onChange={(chosen) => onChange({ sex: chosen as PersonFacts['sex'] })}
    />
  )
  return (
    <>
      <FieldRow>
        <TextField
          label={t('person.givenName')}
          value={givenName}
          onChange={(typed) => onChange({ givenName: typed })}
          maxLength={80}
          error={(missing && !givenName.trim() && t('person.lackGivenName')) || at('givenName')}
        />
        <TextField
          label={t('person.familyName')}
          hint={nameHint}
          value={familyName}
          onChange={(typed) => onChange({ familyName: typed })}
          maxLength={80}
          error={(missing && !familyName.trim() && t('person.lackFamilyName')) || at('familyName')}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t('person.birthDate')}
          optional
          max={today()}
          value={birthDate}
          onChange={(day) => onChange({ birthDate: day })}
          error={at('birthDate')}
        />
        {birthYear !== undefined && !birthDate && (
          <TextField
            label={t('person.birthYear')}
            optional
            inputMode="numeric"
            maxLength={4}
            value={birthYear}
            onChange={(typed) => onChange({ birthYear: typed })}
            error={(missing && birthYear && !isYear(birthYear) && t('person.badYear')) || at('birthYear')}
          />
        )}
        {pesel === undefined && sex}
      </FieldRow>
      {pesel !== undefined && (
        <FieldRow>
          <TextField
            label="PESEL"
            hint={t('person.peselHint')}
            optional
            inputMode="numeric"
            maxLength={20}
            value={pesel}
            onChange={(typed) => onChange({ pesel: typed })}
            error={at('pesel')}
          />
          {sex}
        </FieldRow>
      )}
    </>
  )
}
