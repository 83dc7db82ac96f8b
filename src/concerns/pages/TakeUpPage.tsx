import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { casesApi } from '../../cases/pages/api.ts'
import { isComplete } from '../../households/pages/PersonFields.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { WordsField } from '../../platform/kit/WordsField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import type { concernsContract } from '.././contract.ts'
import { AttachConcern } from './AttachConcern.tsx'
import { concernsApi } from './api.ts'
import type { Concern } from './ConcernPage.tsx'
import { KnownPeople, type OpenCase } from './KnownPeople.tsx'
import { type NewPerson, NewPersonFields, newPerson } from './NewPersonFields.tsx'
import { groupWorries } from './worries.ts'

type Candidate = z.output<typeof concernsContract.findBeforeCreating.answer>[number]
type Given = Parameters<typeof concernsApi.takeUp>[0]['body']

/** Takes a concern up: first looks whether the people are already known, then opens a case about their household. */
export function TakeUpPage() {
  const { t } = useTranslation('concerns')
  const id = useParam('id')
  const query = useQuery({
    queryKey: ['concern', id],
    queryFn: () => concernsApi.concern({ params: { id } }),
  })
  const [opened, setOpened] = useState<{ id: string; code: string } | null>(null)
  const [attached, setAttached] = useState<OpenCase | null>(null)
  return (
    <PageFrame
      tab={t('takeUp.tab')}
      title={t('takeUp.title')}
      sub={!opened && !attached && t('takeUp.sub')}
      crumbs={[
        { to: '/concerns', label: t('concerns.title') },
        { to: `/concerns/${id}`, label: t('concern.crumb') },
        { label: t('takeUp.crumb') },
      ]}
    >
      {opened ? (
        <div style={{ maxWidth: 560 }}>
          <Done title={t('takeUp.done', { code: opened.code })} sub={t('takeUp.told')}>
            <p>{t('takeUp.next')}</p>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              <Button kind="filled" to={`/families/${opened.id}`}>
                {t('takeUp.toFamily')}
              </Button>
              <Button to="/concerns">{t('concern.answered.back')}</Button>
            </div>
          </Done>
        </div>
      ) : attached ? (
        <div style={{ maxWidth: 560 }}>
          <Done title={t('attach.done', { code: attached.code })} sub={t('takeUp.told')}>
            <p>
              {t(query.data?.violence ? 'attach.violence' : 'attach.next', {
                coordinator: attached.coordinator ?? t('attach.team'),
              })}
            </p>
            <Button kind="filled" to="/concerns">
              {t('concern.answered.back')}
            </Button>
          </Done>
        </div>
      ) : (
        <Loaded query={query} rows={6}>
          {(concern) => <TakeUp concern={concern} onOpened={setOpened} onAttached={setAttached} />}
        </Loaded>
      )}
    </PageFrame>
  )
}

type TakeUpProps = {
  concern: Concern
  onOpened: (opened: { id: string; code: string }) => void
  onAttached: (openCase: OpenCase) => void
}

function TakeUp({ concern, onOpened, onAttached }: TakeUpProps) {
  const { t } = useTranslation('concerns')
  const groups = useWorries()
  const draft = useFormDraft(`concern/${concern.id}/take-up`, {
    about: concern.violence ? '' : concern.what,
    problems: concern.violence ? [] : concern.worries,
    caseId: newId(),
    householdId: newId(),
    label: '',
    locality: concern.locality ?? '',
    people: [] as NewPerson[],
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const [attaching, setAttaching] = useState<OpenCase | null>(null)
  const deed = useDeed(
    async (body: Given, key) =>
      casesApi.case({ params: await concernsApi.takeUp({ params: { id: concern.id }, body, key }) }),
    (opened) => {
      draft.clear()
      onOpened(opened)
    },
  )
  const choose = (found: Candidate) => {
    const [givenName = '', ...rest] = found.name.split(' ')
    const person = newPerson({
      personId: found.personId,
      known: true,
      givenName,
      familyName: rest.join(' '),
      birthDate: found.birthDate,
      birthYear: found.birthYear ? String(found.birthYear) : '',
    })
    change(({ people, label }) => ({ people: [...people, person], label: label || rest.join(' ') }))
  }
  const set = (memberId: string, part: Partial<NewPerson>) =>
    change(({ people }) => ({
      people: people.map((each) => (each.memberId === memberId ? { ...each, ...part } : each)),
    }))
  const submit = () => {
    setMissing(true)
    if (values.about.trim().length < 2 || values.problems.length === 0) return
    if (!values.label.trim() || values.people.length === 0 || !values.people.every(isComplete)) return
    deed.run({
      caseId: values.caseId,
      about: values.about,
      problems: values.problems,
      household: {
        id: values.householdId,
        label: values.label,
        locality: values.locality.slice(0, 120),
        ...(concern.commune && { commune: concern.commune }),
      },
      people: values.people.map(({ birthDate, birthYear, sex, pesel, ...person }) => ({
        ...person,
        ...(birthDate ? { birthDate } : birthYear && { birthYear: Number(birthYear) }),
        ...(sex && { sex }),
        ...(pesel.trim() && { pesel: pesel.trim() }),
      })),
    })
  }
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  return (
    <Columns aside={<WhatWasWritten concern={concern} />}>
      <KnownPeople
        concernId={concern.id}
        chosen={values.people.map(({ personId }) => personId)}
        onChoose={choose}
        onAttach={setAttaching}
        onNobody={(person) => change(({ people }) => ({ people: [...people, newPerson(person)] }))}
      />
      <Section heading={t('takeUp.household')}>
        <OldForm
          onSubmit={submit}
          problem={deed.problem}
          actions={
            <>
              <Button kind="filled" type="submit" busy={deed.busy}>
                {t('takeUp.open')}
              </Button>
              <DraftLine draft={draft} />
            </>
          }
        >
          <FieldRow>
            <TextField
              label={t('takeUp.label')}
              hint={t('takeUp.labelHint')}
              value={values.label}
              onChange={(label) => change({ label })}
              maxLength={120}
              error={(missing && !values.label.trim() && t('takeUp.lackLabel')) || at('household.label')}
            />
            <TextField
              label={t('takeUp.locality')}
              hint={concern.communeName ? t('report.commune', { name: concern.communeName }) : undefined}
              optional
              value={values.locality}
              onChange={(locality) => change({ locality })}
              maxLength={120}
            />
          </FieldRow>
          {values.people.map((person, i) => (
            <NewPersonFields
              key={person.memberId}
              person={person}
              number={i + 1}
              missing={missing}
              problemAt={(field) => at(`people.${i}.${field}`)}
              onChange={(part) => set(person.memberId, part)}
              onRemove={() =>
                change(({ people }) => ({
                  people: people.filter(({ memberId }) => memberId !== person.memberId),
                }))
              }
            />
          ))}
          {values.people.length === 0 && (
            <Note gap>{t(missing ? 'takeUp.lackPeople' : 'takeUp.nobodyYet')}</Note>
          )}
          <div>
            <Button
              onClick={() => change(({ people }) => ({ people: [...people, newPerson()] }))}
              size="small"
            >
              {t('takeUp.addPerson')}
            </Button>
          </div>
          <WordsField
            label={t('takeUp.about')}
            hint={t(concern.violence ? 'takeUp.aboutViolence' : 'takeUp.aboutHint')}
            words={values.about}
            onWords={(about) => change({ about })}
            maxLength={4000}
            groups={groups}
            value={values.problems}
            onChange={(problems) => change({ problems: problems.slice(0, 12) })}
            error={(missing && values.about.trim().length < 2 && t('takeUp.lackAbout')) || at('about')}
            kindsError={missing && values.problems.length === 0 && t('takeUp.lackProblems')}
          />
          <p className="sm muted">{t('takeUp.coordinatorLater')}</p>
        </OldForm>
      </Section>
      {attaching && (
        <AttachConcern
          concern={concern}
          openCase={attaching}
          onClose={() => setAttaching(null)}
          onAttached={() => {
            draft.clear()
            onAttached(attaching)
          }}
        />
      )}
    </Columns>
  )
}

/** Difficulties that a case may be about: all but violence, which leaves no trace there. */
function useWorries() {
  const { t, i18n } = useTranslation('concerns')
  const codes = useCodes()
  const label = i18n.language === 'en' ? 'en' : 'pl'
  return groupWorries(
    codes.entries('partnerships.problem_kind').filter((kind) => kind.violence !== true),
    (group) => t(`report.groups.${group}`),
    (kind) => ({ label: kind[label], also: t(`worryWords.${kind.code}`, { defaultValue: '' }) }),
  )
}

function WhatWasWritten({ concern }: { concern: Concern }) {
  const { t } = useTranslation('concerns')
  return (
    <div>
      <PlainSection heading={t('takeUp.written')}>
        <p className="m">{concern.who}</p>
        <p className="sm muted">{[concern.place, concern.communeName].filter(Boolean).join(', ')}</p>
        <p className="sm" style={{ marginTop: 8, whiteSpace: 'pre-line' }}>
          {concern.what}
        </p>
      </PlainSection>
      {concern.violence && (
        <PlainSection heading={t('takeUp.violence')}>
          <p className="sm">{t('takeUp.violenceText')}</p>
        </PlainSection>
      )}
    </div>
  )
}
