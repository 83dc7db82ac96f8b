import { useTranslation } from 'react-i18next'
import { FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { HouseholdFile } from '../../households/pages/HouseholdFile.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'

/** The household of a case: its people, relations, ways of contact and address. */
export function HouseholdPage() {
  const { t } = useTranslation('families')
  return (
    <FamilyFrame part="household" sub={t('people.sub')}>
      {({ household }) =>
        household ? <HouseholdFile id={household.id} /> : <EmptyState>{t('people.notYours')}</EmptyState>
      }
    </FamilyFrame>
  )
}
