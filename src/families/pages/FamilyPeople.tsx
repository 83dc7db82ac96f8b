import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { ageWords } from '../../households/pages/ageWords.ts'
import { householdsApi } from '../../households/pages/api.ts'
import { type Household, relationWords } from '../../households/pages/relationWords.ts'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded, type LoadedProps } from '../../platform/kit/Loaded.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { useConsentEnds } from './useConsentEnds.ts'

/** To draw takes much code: it travels beside the page. Where the line breaks meanwhile, the list says the same. */
const drawing = import('../../households/pages/Genogram.tsx').then(
  ({ Genogram }) => Genogram,
  () => null,
)

/** Who lives together, who they are to one another, and whose consents hold. */
export function FamilyPeople({ family }: { family: Family }) {
  const { t } = useTranslation('families')
  const household = useAsk(householdsApi.household, { params: { id: family.household!.id } })
  const ends = useConsentEnds(family)
  return (
    <Section
      heading={t('people.title')}
      count={household.data?.people.length}
      more={<Link to={pageAt('/families/$id/consents', { id: family.id })}>{t('people.consents')}</Link>}
    >
      <Suspense fallback={<LoadingRows />}>
        <People family={family} household={household} ends={ends} />
      </Suspense>
    </Section>
  )
}

type PeopleProps = {
  family: Family
  household: LoadedProps<Household>['query']
  ends: ReturnType<typeof useConsentEnds>
}

/** Drawn and listed at once, so that nothing moves when the drawing comes. */
function People({ family, household, ends }: PeopleProps) {
  const Genogram = use(drawing)
  const { t } = useTranslation('families')
  const { t: th } = useTranslation('households')
  const codes = useCodes()
  const { numericDate } = useWords()
  return (
    <Loaded query={household}>
      {(found) => (
        <>
          {Genogram && <Genogram household={found} />}
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
  )
}
