import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { casesApi } from '../../cases/pages/api.ts'
import { personBody } from '../../households/pages/PersonFields.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { WordsField } from '../../platform/kit/WordsField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useParam } from '../../platform/web/place.ts'
import { isEmpty } from '../../platform/web/shape.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import type { concernsContract } from '../contract.ts'
import { AttachConcern } from './AttachConcern.tsx'
import { concernsApi } from './api.ts'
import type { Concern } from './ConcernPage.tsx'
import { KnownPeople, type OpenCase } from './KnownPeople.tsx'
import { type NewPerson, NewPersonFields, newPerson } from './NewPersonFields.tsx'
import { familyOf, nameIn } from './surnames.ts'
import { type Kin, relationsOf, WhoForChildren } from './WhoForChildren.tsx'
import { groupWorries } from './worries.ts'

const mostRelations = 60
type Candidate = z.output<typeof concernsContract.findBeforeCreating.answer>[number]

/** Takes a concern up: first looks whether the people are already known, then opens a case about their household. */
export function TakeUpPage() {
  const { t } = useTranslation('concerns')
  const id = useParam('id')
  const query = useAsk(concernsApi.concern, { params: { id } })
  const [opened, setOpened] = useState<Opened | null>(null)
  const [attached, setAttached] = useState<OpenCase | null>(null)
  const mine = attached?.iCoordinate
  return (
    <PageFrame
      tab={t('takeUp.tab')}
      title={t('takeUp.title')}
      sub={!opened && !attached && t('takeUp.sub')}
      crumbs={[
        { to: '/concerns', label: t('concerns.title') },
        { to: pageAt('/concerns/$id', { id }), label: t('concern.crumb') },
        { label: t('takeUp.crumb') },
      ]}
    >
      {opened ? (
        <div style={{ maxWidth: 560 }}>
          <Done title={t('takeUp.done', { code: opened.code })} sub={t('takeUp.told')}>
            <p>{t(opened.iCoordinate ? 'takeUp.nextMine' : 'takeUp.next')}</p>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              {opened.iCoordinate && (
                <Button kind="filled" to={pageAt('/families/$id/team', { id: opened.id })}>
                  {t('takeUp.toTeam')}
                </Button>
              )}
              <Button
                kind={opened.iCoordinate ? 'default' : 'filled'}
                to={pageAt('/families/$id', { id: opened.id })}
              >
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
              {query.data?.violence
                ? t('attach.violence')
                : mine
                  ? t('attach.nextMine')
                  : t('attach.next', { coordinator: attached.coordinator ?? t('attach.team') })}
            </p>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              {mine && (
                <Button kind="filled" to={pageAt('/families/$id', { id: attached.caseId })}>
                  {t('takeUp.toFamily')}
                </Button>
              )}
              <Button kind={mine ? 'default' : 'filled'} to="/concerns">
                {t('concern.answered.back')}
              </Button>
            </div>
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

type Opened = { id: string; code: string; iCoordinate: boolean }

type TakeUpProps = {
  concern: Concern
  onOpened: (opened: Opened) => void
  onAttached: (openCase: OpenCase) => void
}

function TakeUp({ concern, onOpened, onAttached }: TakeUpProps) {
  const { t } = useTranslation('concerns')
  const groups = useWorries()
  const [attaching, setAttaching] = useState<OpenCase | null>(null)
  // What somebody must not read passes into a case in other words.
  const passes = !concern.violence && !concern.keptFrom?.length
  const form = useForm(concernsApi.takeUp, {
    params: { id: concern.id },
    start: () => ({
      about: passes ? concern.what : '',
      problems: passes ? concern.worries : [],
      caseId: newId(),
      householdId: newId(),
      label: '',
      locality: concern.locality ?? '',
      people: [] as NewPerson[],
      kin: [] as Kin[],
      relationIds: Array.from({ length: mostRelations }, newId),
      coordinate: false,
    }),
    body: ({ householdId, label, locality, people, kin, relationIds, ...values }) => ({
      ...values,
      relations: relationsOf(people, kin, relationIds),
      household: { id: householdId, label, locality, commune: concern.commune },
      people: people.map(personBody),
    }),
    faults: ({ about, problems, people }) => ({
      about: isEmpty(about) && t('takeUp.lackAbout'),
      problems: problems.length === 0 && t('takeUp.lackProblems'),
      people: people.length === 0 && t('takeUp.lackPeople'),
    }),
    draft: `concern/${concern.id}/take-up`,
    by: async (input) => ({
      ...(await casesApi.case({ params: await concernsApi.takeUp(input) })),
      iCoordinate: Boolean(input.body.coordinate),
    }),
    onDone: onOpened,
  })
  const { values, change } = form
  const [about, problems] = [
    form.field('about', t('takeUp.about'), { lack: t('takeUp.lackAbout') }),
    form.field('problems', ''),
  ]
  const people = form.field('people', '')
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
  return (
    <Columns aside={<WhatWasWritten concern={concern} />}>
      <KnownPeople
        concernId={concern.id}
        begin={nameIn(concern.who)}
        chosen={values.people.map(({ personId }) => personId)}
        onChoose={choose}
        onAttach={setAttaching}
        onNobody={(person) =>
          change(({ people, label }) => ({
            people: [...people, newPerson(person)],
            label: label || familyOf(person.familyName ?? ''),
          }))
        }
      />
      <Section heading={t('takeUp.household')}>
        <Form of={form} deed={t('takeUp.open')}>
          <FieldRow>
            <TextField
              {...form.field('label', t('takeUp.label'), {
                lack: t('takeUp.lackLabel'),
                at: 'household.label',
              })}
              hint={t('takeUp.labelHint')}
            />
            <TextField
              {...form.field('locality', t('takeUp.locality'), { at: 'household.locality' })}
              hint={concern.communeName ? t('report.commune', { name: concern.communeName }) : undefined}
            />
          </FieldRow>
          {values.people.map(({ memberId }, i) => (
            <NewPersonFields
              key={memberId}
              of={form.line('people', i)}
              number={i + 1}
              onRemove={() => people.onChange(values.people.filter((each) => each.memberId !== memberId))}
            />
          ))}
          {values.people.length === 0 && <Note gap>{people.error || t('takeUp.nobodyYet')}</Note>}
          <div>
            <Button
              onClick={() =>
                people.onChange([
                  ...values.people,
                  newPerson({ familyName: values.people.at(-1)?.familyName ?? '' }),
                ])
              }
              size="small"
            >
              {t('takeUp.addPerson')}
            </Button>
          </div>
          <WhoForChildren people={values.people} value={values.kin} onChange={(kin) => change({ kin })} />
          <WordsField
            label={about.label}
            hint={t(
              concern.violence ? 'takeUp.aboutViolence' : passes ? 'takeUp.aboutHint' : 'takeUp.aboutKept',
            )}
            words={about.value}
            onWords={about.onChange}
            maxLength={about.maxLength!}
            groups={groups}
            value={problems.value}
            onChange={(chosen) => problems.onChange(chosen.slice(0, 12))}
            error={about.error}
            kindsError={problems.error}
          />
          <CheckboxField
            {...form.field('coordinate', t('takeUp.coordinate'))}
            hint={t('takeUp.coordinateHint')}
          />
          {!values.coordinate && <p className="sm muted">{t('takeUp.coordinatorLater')}</p>}
        </Form>
      </Section>
      {attaching && (
        <AttachConcern
          concern={concern}
          openCase={attaching}
          onClose={() => setAttaching(null)}
          onAttached={() => {
            form.begin()
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
