import { useTranslation } from 'react-i18next'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import type { Point } from './api.ts'

const looks: Record<Point['state'], StatusKind> = {
  asked: 'wait',
  accepted: 'ok',
  changed: 'ok',
  waiting: 'wait',
  begun: 'ok',
  done: 'ok',
  declined: 'no',
  returned: 'asked',
  withdrawn: 'question',
  stopped: 'question',
  expired: 'question',
}

/** How a point stands: icon and word; of what is done what came of it. */
export function PointState({ state, outcome }: { state: Point['state']; outcome?: Point['outcome'] }) {
  const { t } = useTranslation('referrals')
  return (
    <Status kind={outcome === 'not_reached' ? 'no' : looks[state]}>
      {t(outcome ? `outcome.${outcome}` : `state.${state}`)}
    </Status>
  )
}
