import { FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { FamilyTimeline } from './FamilyTimeline.tsx'

/** What happened with a family, day by day. */
export function TimelinePage() {
  return (
    <FamilyFrame part="timeline">
      {(family) => <FamilyTimeline caseId={family.id} coordinates={family.may.includes('coordinate')} />}
    </FamilyFrame>
  )
}
