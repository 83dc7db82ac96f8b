import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormDraft } from '../../platform/drafts/useFormDraft.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { newId } from '../../platform/kit/newId.ts'
import { Problem } from '../../platform/kit/request.ts'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useDeed } from '../../platform/kit/useDeed.ts'
import { today } from '../../platform/texts/dates.ts'
import { householdsApi } from './api.ts'

type Sex = 'female' | 'male'
type Given = Parameters<typeof householdsApi.addPerson>[0]['body']

/** One more person of the household; whoever is known by their PESEL is the same person. */
export function AddPerson({ householdId, onDone }: { householdId: string; onDone: () => void }) {
  const { t } = useTranslation('households')
  const draft = useFormDraft(`household/${householdId}/person`, {
    memberId: newId(),
    personId: newId(),
    givenName: '',
    familyName: '',
    birthDate: null as string | null,
    birthYear: '',
    sex: null as Sex | null,
    pesel: '',
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const add = useDeed(
    (body: Given, key) => householdsApi.addPerson({ params: { id: householdId }, body, key }),
    () => {
      draft.clear()
      onDone()
    },
  )
  const badYear = values.birthYear !== '' && !/^(19|20)\d\d$/.test(values.birthYear)
  const at = (field: string) => (add.problem instanceof Problem ? add.problem.at(field) : undefined)
  return (
    <Form
      problem={add.problem}
      onSubmit={() => {
        setMissing(true)
        if (!values.givenName.trim() || !values.familyName.trim() || badYear) return
        const { birthDate, birthYear, sex, pesel, ...rest } = values
        add.run({
          ...rest,
          ...(birthDate ? { birthDate } : birthYear && { birthYear: Number(birthYear) }),
          ...(sex && { sex }),
          ...(pesel.trim() && { pesel: pesel.trim() }),
        })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={add.busy}>
            {t('people.addDeed')}
          </Button>
          <Button onClick={onDone}>{t('back')}</Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <FieldRow>
        <TextField
          label={t('person.givenName')}
          value={values.givenName}
          onChange={(givenName) => change({ givenName })}
          maxLength={80}
          error={(missing && !values.givenName.trim() && t('person.lackGivenName')) || at('givenName')}
        />
        <TextField
          label={t('person.familyName')}
          value={values.familyName}
          onChange={(familyName) => change({ familyName })}
          maxLength={80}
          error={(missing && !values.familyName.trim() && t('person.lackFamilyName')) || at('familyName')}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t('person.birthDate')}
          optional
          max={today()}
          value={values.birthDate}
          onChange={(birthDate) => change({ birthDate })}
          error={at('birthDate')}
        />
        {!values.birthDate && (
          <TextField
            label={t('person.birthYear')}
            optional
            inputMode="numeric"
            maxLength={4}
            value={values.birthYear}
            onChange={(birthYear) => change({ birthYear })}
            error={(missing && badYear && t('person.badYear')) || at('birthYear')}
          />
        )}
      </FieldRow>
      <FieldRow>
        <TextField
          label="PESEL"
          hint={t('person.peselHint')}
          optional
          inputMode="numeric"
          maxLength={20}
          value={values.pesel}
          onChange={(pesel) => change({ pesel })}
          error={at('pesel')}
        />
        <SelectField
          label={t('person.sex')}
          optional
          options={(['female', 'male'] as const).map((value) => ({
            value,
            label: t(`person.sexes.${value}`),
          }))}
          value={values.sex}
          onChange={(sex) => change({ sex: sex as Sex | null })}
        />
      </FieldRow>
    </Form>
  )
}
