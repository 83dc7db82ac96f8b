import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { newId } from '../../platform/kit/newId.ts'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'

export type NewPerson = {
  memberId: string
  personId: string
  known: boolean
  givenName: string
  familyName: string
  birthDate: string | null
  birthYear: string
  sex: 'female' | 'male' | null
  pesel: string
}

export const newPerson = (facts: Partial<NewPerson> = {}): NewPerson => ({
  memberId: newId(),
  personId: newId(),
  known: false,
  givenName: '',
  familyName: '',
  birthDate: null,
  birthYear: '',
  sex: null,
  pesel: '',
  ...facts,
})

const plausibleYear = /^(19|20|21)\d\d$/
export const isComplete = ({ givenName, familyName, birthYear }: NewPerson) =>
  givenName.trim() !== '' && familyName.trim() !== '' && (!birthYear || plausibleYear.test(birthYear))

export type PersonFieldsProps = {
  person: NewPerson
  number: number
  /** Sending was tried: say what is missing. */
  missing: boolean
  problemAt: (field: string) => string | undefined
  onChange: (part: Partial<NewPerson>) => void
  onRemove?: () => void
}

/** A person as they come into a household: name, date or at least year of birth, PESEL when it is at hand. */
export function PersonFields({ person, number, missing, problemAt, onChange, onRemove }: PersonFieldsProps) {
  const { t } = useTranslation('cases')
  return (
    <fieldset style={{ display: 'grid', gap: 12, borderTop: '1px solid var(--line)', paddingTop: 14 }}>
      <legend className="vh">{t('person.legend', { number })}</legend>
      <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <b className="m">
          {person.known ? `${person.givenName} ${person.familyName}` : t('person.legend', { number })}
        </b>
        {person.known && <span className="sm muted">{t('person.known')}</span>}
        {onRemove && (
          <span style={{ marginLeft: 'auto' }}>
            <Button
              kind="quiet"
              size="small"
              onClick={onRemove}
              aria-label={t('person.removeNamed', { name: `${person.givenName} ${number}` })}
            >
              {t('person.remove')}
            </Button>
          </span>
        )}
      </div>
      {!person.known && (
        <>
          <FieldRow>
            <TextField
              label={t('person.givenName')}
              value={person.givenName}
              onChange={(givenName) => onChange({ givenName })}
              maxLength={80}
              error={
                (missing && !person.givenName.trim() && t('person.lackGivenName')) || problemAt('givenName')
              }
            />
            <TextField
              label={t('person.familyName')}
              value={person.familyName}
              onChange={(familyName) => onChange({ familyName })}
              maxLength={80}
              error={
                (missing && !person.familyName.trim() && t('person.lackFamilyName')) ||
                problemAt('familyName')
              }
            />
          </FieldRow>
          <FieldRow>
            <DateField
              label={t('person.birthDate')}
              optional
              value={person.birthDate}
              onChange={(birthDate) => onChange({ birthDate })}
              max={today()}
              error={problemAt('birthDate')}
            />
            {!person.birthDate && (
              <TextField
                label={t('person.birthYear')}
                optional
                inputMode="numeric"
                value={person.birthYear}
                onChange={(birthYear) => onChange({ birthYear })}
                maxLength={4}
                error={
                  (missing &&
                    person.birthYear &&
                    !plausibleYear.test(person.birthYear) &&
                    t('person.badYear')) ||
                  problemAt('birthYear')
                }
              />
            )}
          </FieldRow>
          <FieldRow>
            <TextField
              label="PESEL"
              hint={t('person.peselHint')}
              optional
              inputMode="numeric"
              value={person.pesel}
              onChange={(pesel) => onChange({ pesel })}
              maxLength={20}
              error={problemAt('pesel')}
            />
            <SelectField
              label={t('person.sex')}
              optional
              options={(['female', 'male'] as const).map((value) => ({
                value,
                label: t(`person.sexes.${value}`),
              }))}
              value={person.sex}
              onChange={(sex) => onChange({ sex: sex as NewPerson['sex'] })}
            />
          </FieldRow>
        </>
      )}
    </fieldset>
  )
}
