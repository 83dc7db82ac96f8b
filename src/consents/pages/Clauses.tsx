import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { isEmpty } from '../../platform/web/shape.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type consentsContract, howTold } from '../contract.ts'
import { consentsApi } from './api.ts'
import type { ConsentPerson } from './ConsentsFile.tsx'

type Clause = z.output<typeof consentsContract.bases.answer>['clauses'][number]

export type ClausesProps = {
  scopeId: string
  people: ConsentPerson[]
  clauses: Clause[]
  mayRecord: boolean
}

/** Who was told who has their data and why, and who still has to be told (GDPR 13 and 14). */
export function Clauses({ scopeId, people, clauses, mayRecord }: ClausesProps) {
  const { t } = useTranslation('consents')
  const { longDate } = useWords()
  const [giving, setGiving] = useState<string | null>(null)
  const joint = useAsk(consentsApi.jointWork, { params: { id: scopeId } })
  const notWritten = (id: string) =>
    joint.data?.people.some(({ signers }) => signers.some((it) => it.personId === id && it.notWritten))
  return (
    <Section heading={t('clauses.title')}>
      <p className="sm muted">{t('clauses.why')}</p>
      <Rows>
        {people.map((person) => {
          const given = clauses.filter(({ personId }) => personId === person.id).at(-1)
          return giving === person.id ? (
            <li key={person.id} style={{ padding: '14px 0' }}>
              <p className="m">{person.name}</p>
              <GiveClause
                scopeId={scopeId}
                personId={person.id}
                // For a child somebody is told who represents it.
                adults={person.child ? people.filter(({ child }) => !child) : null}
                onDone={() => setGiving(null)}
              />
            </li>
          ) : (
            <Row
              key={person.id}
              title={person.name}
              sub={
                given ? (
                  <>
                    <Status kind="ok">{t('clauses.given', { day: longDate(given.givenOn) })}</Status>
                    <br />
                    {t(`clauses.hows.${given.how}`)}
                    {given.givenTo && `, ${t('clauses.givenTo', { who: given.givenTo })}`}
                    <br />
                    {t('clauses.by', { who: given.givenBy })}
                  </>
                ) : notWritten(person.id) ? (
                  <Status kind="late">{t('clauses.notWritten')}</Status>
                ) : (
                  <>
                    <Status kind="question">{t('clauses.notYet')}</Status>
                    <br />
                    <Link
                      to={`/api/cases/${scopeId}/clause.pdf?person=${person.id}`}
                      aria-label={`${t('clauses.print')}: ${person.name}`}
                    >
                      {t('clauses.print')}
                    </Link>
                  </>
                )
              }
              end={
                !given &&
                !notWritten(person.id) &&
                mayRecord && (
                  <Button
                    size="small"
                    onClick={() => setGiving(person.id)}
                    aria-label={t('clauses.giveNamed', { name: person.name })}
                  >
                    {t('clauses.give')}
                  </Button>
                )
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}

type GiveClauseProps = {
  scopeId: string
  personId: string
  /** Of a child: the adults of the household. */
  adults: ConsentPerson[] | null
  onDone: () => void
}

function GiveClause({ scopeId, personId, adults, onDone }: GiveClauseProps) {
  const { t } = useTranslation('consents')
  const nameOf = (told: string | null) => adults?.find((each) => each.id === told)?.name
  const form = useForm(consentsApi.giveClause, {
    params: { id: scopeId },
    start: () => ({
      id: newId(),
      how: 'in_person' as (typeof howTold)[number],
      givenOn: today() as string | null,
      told: null as string | null,
      givenTo: '',
    }),
    body: ({ told, givenTo, ...values }) => ({
      ...values,
      personId,
      givenTo: adults ? (nameOf(told) ?? givenTo) : null,
    }),
    faults: ({ told, givenTo }) =>
      adults && !nameOf(told) && isEmpty(givenTo)
        ? { [told === 'other' ? 'givenTo' : 'told']: t('clauses.lackTo') }
        : {},
    onDone,
  })
  const { told } = form.values
  return (
    <Form
      of={form}
      kind="default"
      deed={t('keep')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('back')}
        </Button>
      }
    >
      {adults && (
        <SelectField
          {...form.field('told', t('clauses.to'), { at: told === 'other' ? 'told' : 'givenTo' })}
          optional={false}
          hint={t('clauses.toHint')}
          options={[
            ...adults.map((each) => ({ value: each.id, label: each.name })),
            { value: 'other', label: t('clauses.toOther') },
          ]}
        />
      )}
      {told === 'other' && (
        <TextField
          {...form.field('givenTo', t('clauses.toWho'), { lack: t('clauses.lackTo') })}
          optional={false}
        />
      )}
      <FieldRow>
        <SelectField
          {...form.field('how', t('clauses.how'))}
          options={howTold.map((value) => ({
            value,
            label: t(`clauses.hows.${value}`),
          }))}
        />
        <DateField
          {...form.field('givenOn', t('clauses.on'), { lack: t('clauses.lackDay') })}
          max={today()}
        />
      </FieldRow>
    </Form>
  )
}
