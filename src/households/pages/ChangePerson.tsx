import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChangedMeanwhile } from '../../platform/kit/ChangedMeanwhile.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { conflictOf, Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { householdsApi } from './api.ts'
import { isComplete, PersonFields } from './PersonFields.tsx'
import type { Person } from './relationWords.ts'

type ChangePersonProps = { householdId: string; person: Person; onDone: () => void }

/** Corrects a person's facts, their part in the household, and adds a name they are known by. */
export function ChangePerson({ householdId, person, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <Facts householdId={householdId} person={person} onDone={onDone} />
      <Explain question={t('part.title')}>
        <Part householdId={householdId} person={person} onDone={onDone} />
      </Explain>
      <Explain question={t('name.title')}>
        <OtherName householdId={householdId} person={person} />
      </Explain>
    </div>
  )
}

function Facts({ householdId, person: now, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  // What is on the screen is asked anew by itself; the change starts from what its writer saw.
  const [person] = useState(now)
  const draft = useFormDraft(`person/${person.personId}/${person.version}`, {
    givenName: person.givenName,
    familyName: person.familyName,
    birthDate: person.birthDate,
    sex: person.sex as 'female' | 'male' | null,
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const deed = useDeed(
    ({ version, birthDate, sex, ...names }: typeof values & { version: number }, key) =>
      householdsApi.changePerson({
        params: { id: person.personId, householdId },
        body: {
          ...names,
          languages: person.languages,
          ...(birthDate ? { birthDate } : person.birthYear && { birthYear: person.birthYear }),
          ...(sex && { sex }),
        },
        version,
        key,
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  return (
    <>
      <ChangedMeanwhile
        problem={deed.problem}
        mine={values}
        labels={{
          givenName: t('person.givenName'),
          familyName: t('person.familyName'),
          birthDate: t('person.birthDate'),
          sex: t('person.sex'),
        }}
        busy={deed.busy}
        onDecide={(kept, version) => deed.run({ ...kept, version })}
      />
      <OldForm
        problem={conflictOf(deed.problem) ? null : deed.problem}
        onSubmit={() => {
          setMissing(true)
          if (isComplete(values)) deed.run({ ...values, version: person.version })
        }}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('keep')}
            </Button>
            <Button onClick={onDone}>{t('back')}</Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <PersonFields
          value={values}
          onChange={change}
          missing={missing}
          at={at}
          nameHint={t('person.nameHint')}
        />
      </OldForm>
    </>
  )
}

function Part({ householdId, person: now, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  const [person] = useState(now)
  const [values, setValues] = useState({
    part: person.part,
    livesHere: person.livesHere,
    runsHousehold: person.runsHousehold,
    movedOutOn: null as string | null,
  })
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const deed = useDeed(
    ({ movedOutOn, ...rest }: typeof values, key) =>
      householdsApi.changeMember({
        params: { id: person.memberId, householdId },
        body: { ...rest, ...(movedOutOn && { movedOutOn }) },
        version: person.memberVersion,
        key,
      }),
    onDone,
  )
  return (
    <OldForm
      problem={deed.problem}
      onSubmit={() => deed.run(values)}
      actions={
        <Button type="submit" busy={deed.busy}>
          {t('keep')}
        </Button>
      }
    >
      <SelectField
        label={t('part.label')}
        options={(['active', 'supported', 'informed'] as const).map((value) => ({
          value,
          label: t(`part.of.${value}`),
        }))}
        value={values.part}
        onChange={(part) => change({ part: (part ?? 'active') as Person['part'] })}
      />
      <CheckboxField
        label={t('part.livesHere')}
        value={values.livesHere}
        onChange={(livesHere) => change({ livesHere })}
      />
      <CheckboxField
        label={t('part.runs')}
        value={values.runsHousehold}
        onChange={(runsHousehold) => change({ runsHousehold })}
      />
      <DateField
        label={t('part.movedOut')}
        hint={t('part.movedOutHint')}
        optional
        max={today()}
        value={values.movedOutOn}
        onChange={(movedOutOn) => change({ movedOutOn })}
      />
    </OldForm>
  )
}

function OtherName({ householdId, person }: Omit<ChangePersonProps, 'onDone'>) {
  const { t } = useTranslation('households')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'maiden' | 'earlier' | 'other'>('maiden')
  const [missing, setMissing] = useState(false)
  const add = useDeed(
    (body: { kind: typeof kind; name: string }, key) =>
      householdsApi.addName({ params: { id: person.personId, householdId }, body, key }),
    () => {
      setName('')
      setMissing(false)
    },
  )
  return (
    <OldForm
      problem={add.problem}
      onSubmit={() => {
        setMissing(true)
        if (name.trim()) add.run({ kind, name })
      }}
      actions={
        <>
          <Button type="submit" busy={add.busy}>
            {t('add')}
          </Button>
          <span role="status">{add.done && !name && <Status kind="ok">{t('name.added')}</Status>}</span>
        </>
      }
    >
      <FieldRow>
        <SelectField
          label={t('name.kind')}
          options={(['maiden', 'earlier', 'other'] as const).map((value) => ({
            value,
            label: t(`name.kinds.${value}`),
          }))}
          value={kind}
          onChange={(chosen) => setKind((chosen ?? 'maiden') as typeof kind)}
        />
        <TextField
          label={t('name.name')}
          hint={t('name.hint')}
          value={name}
          onChange={setName}
          maxLength={160}
          error={missing && !name.trim() && t('name.lack')}
        />
      </FieldRow>
    </OldForm>
  )
}
