import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { newId } from '../../platform/kit/newId.ts'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Problem } from '../../platform/kit/request.ts'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useDeed } from '../../platform/kit/useDeed.ts'
import { today } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/texts/useWords.ts'
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
          // For a child those are told who represent it.
          if (!given && person.age !== null && person.age < 18) return null
          return giving === person.id ? (
            <li key={person.id} style={{ padding: '14px 0' }}>
              <p className="m">{person.name}</p>
              <GiveClause scopeId={scopeId} personId={person.id} onDone={() => setGiving(null)} />
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
                    {t(`clauses.hows.${given.how}`)}, {given.givenBy}
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

function GiveClause({
  scopeId,
  personId,
  onDone,
}: {
  scopeId: string
  personId: string
  onDone: () => void
}) {
  const { t } = useTranslation('consents')
  const [id] = useState(newId)
  const [how, setHow] = useState<How>('in_person')
  const [givenOn, setGivenOn] = useState<string | null>(today())
  const [missing, setMissing] = useState(false)
  const give = useDeed(
    (body: { id: string; personId: string; how: How; givenOn: string }, key) =>
      consentsApi.giveClause({ params: { id: scopeId }, body, key }),
    onDone,
  )
  return (
    <Form
      problem={give.problem}
      onSubmit={() => {
        setMissing(true)
        if (givenOn) give.run({ id, personId, how, givenOn })
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
          error={
            (missing && !givenOn && t('clauses.lackDay')) ||
            (give.problem instanceof Problem && give.problem.at('givenOn'))
          }
        />
      </FieldRow>
    </Form>
  )
}
