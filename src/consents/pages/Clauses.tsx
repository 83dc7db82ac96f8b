import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { consentsContract } from '../contract.ts'
import { consentsApi } from './api.ts'
import type { ConsentPerson } from './ConsentsFile.tsx'

type Clause = z.output<typeof consentsContract.bases.answer>['clauses'][number]
type How = 'in_person' | 'letter' | 'electronic'

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
  return (
    <Section heading={t('clauses.title')}>
      <p className="sm muted">{t('clauses.why')}</p>
      <Rows>
        {people.map((person) => {
          const given = clauses.filter(({ personId }) => personId === person.id).at(-1)
          const child = person.age !== null && person.age < 18
          return giving === person.id ? (
            <li key={person.id} style={{ padding: '14px 0' }}>
              <p className="m">{person.name}</p>
              <GiveClause
                scopeId={scopeId}
                personId={person.id}
                // For a child somebody is told who represents it.
                adults={child ? people.filter(({ age }) => age === null || age >= 18) : null}
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
                ) : (
                  <>
                    <Status kind="question">{t('clauses.notYet')}</Status>
                    <br />
                    <Link to={`/api/cases/${scopeId}/clause.pdf?person=${person.id}`}>
                      {t('clauses.print')}
                    </Link>
                  </>
                )
              }
              end={
                !given &&
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
  const [id] = useState(newId)
  const [how, setHow] = useState<How>('in_person')
  const [givenOn, setGivenOn] = useState<string | null>(today())
  const [told, setTold] = useState<string | null>(null)
  const [other, setOther] = useState('')
  const [missing, setMissing] = useState(false)
  const givenTo = adults?.find((each) => each.id === told)?.name ?? other.trim()
  const give = useDeed(
    (body: { id: string; personId: string; how: How; givenOn: string; givenTo?: string }, key) =>
      consentsApi.giveClause({ params: { id: scopeId }, body, key }),
    onDone,
  )
  const at = (field: string) => (give.problem instanceof Problem ? give.problem.at(field) : undefined)
  const lacksTold = adults !== null && givenTo.length < 2
  return (
    <OldForm
      problem={give.problem}
      onSubmit={() => {
        setMissing(true)
        if (givenOn && !lacksTold) give.run({ id, personId, how, givenOn, ...(adults && { givenTo }) })
      }}
      actions={
        <>
          <Button type="submit" busy={give.busy}>
            {t('keep')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('back')}
          </Button>
        </>
      }
    >
      {adults && (
        <SelectField
          label={t('clauses.to')}
          hint={t('clauses.toHint')}
          options={[
            ...adults.map((each) => ({ value: each.id, label: each.name })),
            { value: 'other', label: t('clauses.toOther') },
          ]}
          value={told}
          onChange={setTold}
          error={told !== 'other' && ((missing && lacksTold && t('clauses.lackTo')) || at('givenTo'))}
        />
      )}
      {told === 'other' && (
        <TextField
          label={t('clauses.toWho')}
          value={other}
          onChange={setOther}
          maxLength={200}
          error={missing && lacksTold && t('clauses.lackTo')}
        />
      )}
      <FieldRow>
        <SelectField
          label={t('clauses.how')}
          options={(['in_person', 'letter', 'electronic'] as const).map((value) => ({
            value,
            label: t(`clauses.hows.${value}`),
          }))}
          value={how}
          onChange={(chosen) => setHow((chosen ?? 'in_person') as How)}
        />
        <DateField
          label={t('clauses.on')}
          value={givenOn}
          onChange={setGivenOn}
          max={today()}
          error={(missing && !givenOn && t('clauses.lackDay')) || at('givenOn')}
        />
      </FieldRow>
    </OldForm>
  )
}
