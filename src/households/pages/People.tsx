import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AddPerson } from './AddPerson.tsx'
import { ageWords } from './ageWords.ts'
import { ChangePerson } from './ChangePerson.tsx'
import { type Household, type Person, relationWords } from './relationWords.ts'

/** Who belongs to the household: age, who they are to one another, what part they take. */
export function People({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const [changing, setChanging] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  return (
    <Section heading={t('people.title')} count={household.people.length}>
      <Rows>
        {household.people.map((person) =>
          changing === person.memberId ? (
            <li key={person.memberId} style={{ padding: '14px 0' }}>
              <ChangePerson householdId={household.id} person={person} onDone={() => setChanging(null)} />
            </li>
          ) : (
            <Row
              key={person.memberId}
              title={person.name}
              sub={<About person={person} household={household} />}
              end={
                household.mayKeep && (
                  <Button
                    size="small"
                    onClick={() => setChanging(person.memberId)}
                    aria-label={t('people.correctNamed', { name: person.givenName ?? person.name })}
                  >
                    {t('correct')}
                  </Button>
                )
              }
            />
          ),
        )}
      </Rows>
      {household.people.length === 0 && !adding && <EmptyState>{t('people.empty')}</EmptyState>}
      {household.mayKeep &&
        (adding ? (
          <div style={{ paddingTop: 14 }}>
            <AddPerson householdId={household.id} onDone={() => setAdding(false)} />
          </div>
        ) : (
          <p style={{ paddingTop: 12 }}>
            <Button onClick={() => setAdding(true)}>{t('people.add')}</Button>
          </p>
        ))}
    </Section>
  )
}

function About({ person, household }: { person: Person; household: Household }) {
  const { t } = useTranslation('households')
  const codes = useCodes()
  const { longDate } = useWords()
  const born = person.birthDate ? longDate(person.birthDate) : person.birthYear
  const lines = [
    [
      ageWords(person, t),
      born && t('people.born', { when: born }),
      person.diedOn && t('people.died', { when: longDate(person.diedOn) }),
      person.pesel && `PESEL ${person.pesel}`,
    ],
    [relationWords(person, household, codes)],
    [
      person.otherNames.length > 0 && t('people.also', { names: person.otherNames.join(', ') }),
      !person.livesHere && !person.diedOn && t('people.elsewhere'),
      !person.runsHousehold && t('people.apart'),
      person.part !== 'supported' && t(`people.parts.${person.part}`),
      person.languages.some((language) => language !== 'pl') &&
        t('people.speaks', { languages: person.languages.join(', ') }),
    ],
  ]
    .map((line) => line.filter(Boolean).join(' · '))
    .filter(Boolean)
  return (
    <>
      {lines.map((line) => (
        <span key={line} style={{ display: 'block' }}>
          {line}
        </span>
      ))}
    </>
  )
}
