import { Remind } from '../../asks/pages/Remind.tsx'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { Row } from '../../platform/kit/Rows.tsx'
import type { Point, Referral } from './api.ts'
import { PointFacts } from './PointFacts.tsx'
import { PointState } from './PointState.tsx'
import { useWhat } from './useWhat.ts'

type PointLineProps = { point: Point; referral: Referral }

/** One thing that is asked: how it stands, and what was said of it. */
export function PointLine({ point, referral }: PointLineProps) {
  const whatOf = useWhat()
  return (
    <Row
      title={whatOf(point)}
      sub={<PointFacts point={point} />}
      end={
        <>
          <PointState state={point.state} outcome={point.outcome} />
          {point.state === 'asked' && <AnswerThreads used={point.usedDays} total={point.totalDays} />}
          {point.remindable && <Remind ask={point.remindable} name={referral.to.name} />}
        </>
      }
    />
  )
}
