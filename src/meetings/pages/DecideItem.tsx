import { ItemForGoal } from '../../baskets/pages/ItemForGoal.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import type { Meeting, Point } from './api.ts'
import { settleApi } from './settleApi.ts'

type Props = {
  family: Family
  meeting: Meeting
  point: Point
  /** What is written of it so far. */
  written: { what: string; institutionId: string | null; workerId: string | null; due: string | null }
  onDone: () => void
  onBack: () => void
}

/** What is settled goes into the basket, and is asked of its institution at once. */
export function DecideItem({ family, meeting, point, written, onDone, onBack }: Props) {
  return (
    <ItemForGoal
      family={family}
      settled={{
        call: settleApi.decideItem,
        params: { id: meeting.id, pointId: point.id },
        draft: `meeting/${meeting.id}/item/${point.id}`,
        start: {
          what: written.what,
          providerId: written.institutionId,
          workerId: written.workerId,
          starts: written.due,
        },
      }}
      onDone={onDone}
      onBack={onBack}
    />
  )
}
