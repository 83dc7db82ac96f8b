import { useTranslation } from 'react-i18next'
import { type PersonFacts, PersonFields } from '../../households/pages/PersonFields.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { newId } from '../../platform/web/newId.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'

export type NewPerson = Required<PersonFacts> & {
  memberId: string
  personId: string
  known: boolean
  livesElsewhere: boolean
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
  expected: false,
  pesel: '',
  livesElsewhere: false,
  ...facts,
})

type NewPersonFieldsProps = { of: FieldsOf<NewPerson>; number: number; onRemove: () => void }

/** A person as they come into a household: name, date or at least year of birth, PESEL when it is at hand. */
export function NewPersonFields({ of, number, onRemove }: NewPersonFieldsProps) {
  const { t } = useTranslation('concerns')
  const person = of.values
  return (
    <fieldset style={{ display: 'grid', gap: 12, borderTop: '1px solid var(--line)', paddingTop: 14 }}>
      <legend className="vh">{t('person.legend', { number })}</legend>
      <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <b className="m">
          {person.known ? `${person.givenName} ${person.familyName}`.trim() : t('person.legend', { number })}
        </b>
        {person.known && <span className="sm muted">{t('person.known')}</span>}
        <span style={{ marginLeft: 'auto' }}>
          <Button
            kind="quiet"
            size="small"
            onClick={onRemove}
            aria-label={t('person.removeNamed', {
              name: `${person.givenName || person.familyName} ${number}`,
            })}
          >
            {t('person.remove')}
          </Button>
        </span>
      </div>
      {!person.known && <PersonFields of={of} />}
      {!person.expected && <CheckboxField {...of.field('livesElsewhere', t('person.livesElsewhere'))} />}
    </fieldset>
  )
}
