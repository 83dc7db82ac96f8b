import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { ageWords } from '../../households/pages/ageWords.ts'
import { householdsApi } from '../../households/pages/api.ts'
import { Genogram } from '../../households/pages/Genogram.tsx'
import { relationWords } from '../../households/pages/relationWords.ts'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { useConsentEnds } from './useConsentEnds.ts'

/** Who lives together, who they are to one another, and whose consents hold. */
export function FamilyPeople({ family }: { family: Family }) {
  const { t } = useTranslation('families')
  const { t: th } = useTranslation('households')
  const codes = useCodes()
  const { numericDate } = useWords()
  const householdId = family.household!.id
  const household = useAsk(householdsApi.household, { params: { id: householdId } })
  const ends = useConsentEnds(family)
  return (
    <Section
      heading={t('people.title')}
      count={household.data?.people.length}
      more={<Link to={pageAt('/families/$id/consents', { id: family.id })}>{t('people.consents')}</Link>}
    >
      <Loaded query={household}>
        {(found) => (
          <>
            <Genogram household={found} />
            <Rows>
              {found.people.map((person) => {
                const last = ends?.find(({ personId }) => personId === person.personId)?.until
                return (
                  <Row
                    key={person.memberId}
                    title={person.name}
                    sub={
                      <>
                        {[
                          ageWords(person, th),
                          person.diedOn && th('people.died', { when: numericDate(person.diedOn) }),
                          relationWords(person, found, codes),
                          !person.livesHere && t('people.elsewhere'),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                        <br />
                        {ends &&
                          !person.diedOn &&
                          (last ? (
                            <Status kind="ok">{t('people.consentUntil', { day: numericDate(last) })}</Status>
                          ) : (
                            <Status kind="question">{t('people.noConsent')}</Status>
                          ))}
                      </>
                    }
                  />
                )
              })}
            </Rows>
            {found.people.length === 0 && <EmptyState>{t('people.empty')}</EmptyState>}
            <p className="sm" style={{ paddingTop: 8 }}>
              <Link to={pageAt('/families/$id/household', { id: family.id })}>{t('people.more')}</Link>
            </p>
          </>
        )}
      </Loaded>
    </Section>
  )
}
