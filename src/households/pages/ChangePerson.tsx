import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ConfirmDialog, type ConfirmDialogProps } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { householdsApi } from './api.ts'
import { bornBy, bornByPesel, isOtherAge } from './otherAge.ts'
import { lacksName, type PersonFacts, PersonFields, personBody } from './PersonFields.tsx'
import type { Person } from './relationWords.ts'

type ChangePersonProps = { householdId: string; person: Person; onDone: () => void }

/** Corrects a person's facts, their part in the household, and adds a name they are known by. */
export function ChangePerson({ householdId, person, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <Facts householdId={householdId} person={person} onDone={onDone} />
      {!person.expected && (
        <Explain question={t(person.pesel ? 'pesel.correct' : 'pesel.add')}>
          <Pesel householdId={householdId} person={person} onDone={onDone} />
        </Explain>
      )}
      <Explain question={t('part.title')}>
        <Part householdId={householdId} person={person} onDone={onDone} />
      </Explain>
      <Explain question={t('name.title')}>
        <OtherName householdId={householdId} person={person} />
      </Explain>
      {!person.expected && (
        <Explain question={t('death.title')}>
          <Death householdId={householdId} person={person} onDone={onDone} />
        </Explain>
      )}
    </div>
  )
}

function Facts({ householdId, person, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.changePerson, {
    params: { id: person.personId, householdId },
    start: (): PersonFacts => ({
      givenName: person.givenName ?? '',
      familyName: person.familyName ?? '',
      birthDate: person.birthDate,
      birthYear: person.birthYear ? String(person.birthYear) : '',
      sex: person.sex as 'female' | 'male' | null,
      expected: person.expected,
    }),
    body: (values) => ({ ...personBody(values), languages: person.languages }),
    faults: (values) => ({ familyName: lacksName(values) && t('person.lackName') }),
    draft: `person/${person.personId}`,
    version: person.version,
    // What was signed for a child, or by an adult, ends for good where they turn out to be the other.
    asks: (values) => isOtherAge(person, bornBy(values)),
    onDone,
  })
  const { birthDate, birthYear } = form.values
  return (
    <>
      <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
        <PersonFields
          of={form}
          nameHint={t('person.nameHint')}
          // Of a small child a date may be a slip: whoever is older than a few years was born.
          born={Boolean(person.pesel) || (person.age ?? 0) > 1}
        />
      </Form>
      <OtherAge
        person={person}
        born={birthDate ?? birthYear?.trim()}
        confirm={form.confirm}
        title={t('person.otherAge')}
      />
    </>
  )
}

function Pesel({ householdId, person, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.keepPesel, {
    params: { id: person.personId, householdId },
    start: () => ({ pesel: '' }),
    version: person.version,
    // The number tells a birth, too.
    asks: ({ pesel }) => isOtherAge(person, bornByPesel(pesel)),
    onDone,
  })
  return (
    <>
      <Form of={form} kind="default" deed={t('keep')}>
        <TextField
          {...form.field('pesel', 'PESEL', { lack: t('pesel.lack') })}
          hint={t('pesel.hint')}
          inputMode="numeric"
        />
      </Form>
      <OtherAge
        person={person}
        born={bornByPesel(form.values.pesel)}
        confirm={form.confirm}
        title={t('person.otherPesel')}
      />
    </>
  )
}

type OtherAgeProps = {
  person: Person
  /** A day, or the year where no more is known. */
  born: string | null | undefined
  confirm: Omit<ConfirmDialogProps, 'title' | 'deed' | 'danger' | 'children'>
  title: string
}

/** What ends where a child turns out to be an adult, or the other way round: asked first. */
function OtherAge({ person, born, confirm, title }: OtherAgeProps) {
  const { t } = useTranslation('households')
  const { longDate } = useWords()
  return (
    <ConfirmDialog {...confirm} title={title} deed={t('keep')} danger>
      <p>
        {t(person.child ? 'person.isOfAge' : 'person.isChild', {
          name: person.name,
          day: born && born.length > 4 ? longDate(born) : born,
        })}
      </p>
      <p className="sm muted">{t('person.consentsEnd')}</p>
    </ConfirmDialog>
  )
}

function Death({ householdId, person, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.keepDeath, {
    params: { id: person.personId, householdId },
    start: () => ({ diedOn: person.diedOn as string | null }),
    faults: ({ diedOn }) => ({ diedOn: !diedOn && !person.diedOn && t('death.lack') }),
    version: person.version,
    onDone,
  })
  return (
    <Form of={form} kind="default" deed={t('keep')}>
      <p className="sm">{t('death.means')}</p>
      <DateField
        {...form.field('diedOn', t('death.day'))}
        optional={Boolean(person.diedOn)}
        hint={person.diedOn ? t('death.mistake') : undefined}
        max={today()}
      />
    </Form>
  )
}

function Part({ householdId, person, onDone }: ChangePersonProps) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.changeMember, {
    params: { id: person.memberId, householdId },
    start: () => ({
      part: person.part,
      livesHere: person.livesHere,
      runsHousehold: person.runsHousehold,
      movedOutOn: null as string | null,
    }),
    version: person.memberVersion,
    onDone,
  })
  return (
    <Form of={form} kind="default" deed={t('keep')}>
      <SelectField
        {...form.field('part', t('part.label'), { said: (part: string) => t(`part.of.${part}`) })}
        options={(['active', 'supported', 'informed'] as const).map((value) => ({
          value,
          label: t(`part.of.${value}`),
        }))}
      />
      <CheckboxField {...form.field('livesHere', t('part.livesHere'))} />
      <CheckboxField {...form.field('runsHousehold', t('part.runs'))} />
      <DateField
        {...form.field('movedOutOn', t('part.movedOut'))}
        hint={t('part.movedOutHint')}
        max={today()}
      />
    </Form>
  )
}

function OtherName({ householdId, person }: Omit<ChangePersonProps, 'onDone'>) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.addName, {
    params: { id: person.personId, householdId },
    start: () => ({ kind: 'maiden' as 'maiden' | 'earlier' | 'other', name: '' }),
  })
  return (
    <Form
      of={form}
      kind="default"
      deed={t('add')}
      beside={
        <span role="status">
          {form.done && !form.values.name && <Status kind="ok">{t('name.added')}</Status>}
        </span>
      }
    >
      <FieldRow>
        <SelectField
          {...form.field('kind', t('name.kind'))}
          options={(['maiden', 'earlier', 'other'] as const).map((value) => ({
            value,
            label: t(`name.kinds.${value}`),
          }))}
        />
        <TextField {...form.field('name', t('name.name'), { lack: t('name.lack') })} hint={t('name.hint')} />
      </FieldRow>
    </Form>
  )
}
