import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { usePartners } from '../../cases/pages/usePartners.ts'
import { ConsentsFile } from '../../consents/pages/ConsentsFile.tsx'
import { ageWords } from '../../households/pages/ageWords.ts'
import { householdsApi } from '../../households/pages/api.ts'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'

/** What the people of a case were told, what they agreed to, and what went where. */
export function ConsentsPage() {
  const { t } = useTranslation('families')
  return (
    <FamilyFrame part="consents" sub={t('consents.sub')}>
      {(family) =>
        family.household ? <Consents family={family} /> : <EmptyState>{t('people.notYours')}</EmptyState>
      }
    </FamilyFrame>
  )
}

function Consents({ family }: { family: Family }) {
  const { t } = useTranslation('households')
  const { worker } = useSession()
  const householdId = family.household!.id
  const household = useAsk(householdsApi.household, { params: { id: householdId } })
  const partners = usePartners(family.partnershipId)
  return (
    <Loaded query={household} rows={5}>
      {({ people }) => (
        <ConsentsFile
          scopeId={family.id}
          // Nobody is asked about who died, and who died is asked nothing.
          people={people
            .filter(({ diedOn }) => !diedOn)
            .map((person) => ({
              id: person.personId,
              name: person.name,
              age: ageWords(person, t),
              child: person.child,
            }))}
          receivers={partners.data?.filter(({ id }) => id !== worker?.institutionId) ?? []}
          mayRecord={family.may.includes('team') && !family.closedAt}
        />
      )}
    </Loaded>
  )
}
