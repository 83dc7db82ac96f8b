import { useTranslation } from 'react-i18next'
import { FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { FamilyTimeline } from './FamilyTimeline.tsx'

/** What happened with a family, day by day. */
export function TimelinePage() {
  const { t } = useTranslation('timeline')
  return (
    <FamilyFrame part="timeline" sub={t('timeline.sub')}>
      {(family) => <FamilyTimeline caseId={family.id} coordinates={family.may.includes('coordinate')} />}
    </FamilyFrame>
  )
}
