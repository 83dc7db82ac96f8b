import { useDeed } from '../../platform/web/useDeed.ts'
import { type Meeting, meetingsApi } from './api.ts'

/** Changes the order in which points are talked about. */
export function useOrder(meeting: Meeting) {
  const { run, problem } = useDeed((points: string[], key) =>
    meetingsApi.orderPoints({ params: { id: meeting.id }, body: { points }, key }),
  )
  /** One place up (-1) or down (1). */
  const move = (pointId: string, by: -1 | 1) => {
    const points = meeting.points.map(({ id }) => id)
    const from = points.indexOf(pointId)
    points.splice(from + by, 0, ...points.splice(from, 1))
    run(points)
  }
  return { move, problem }
}
