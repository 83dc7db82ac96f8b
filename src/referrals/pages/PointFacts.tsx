import { useTranslation } from 'react-i18next'
import { dayOf } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Point } from './api.ts'

type PointTold = Pick<
  Point,
  | 'state'
  | 'askedOn'
  | 'expectedOn'
  | 'begunOn'
  | 'endedOn'
  | 'withdrawnOn'
  | 'reason'
  | 'withdrawnBecause'
  | 'said'
> &
  Partial<Pick<Point, 'place' | 'among' | 'handledBy' | 'service' | 'aheadBecause'>>

/** When it was asked, taken on, begun, done, by whom, and in what words the receiver said so. */
export function PointFacts({ point }: { point: PointTold }) {
  const { t } = useTranslation('referrals')
  const { label } = useCodes()
  const { longDate, eventDay } = useWords()
  const { state, place = null, among, expectedOn, handledBy } = point
  const facts = [
    state === 'asked' && t('page.askedOn', { day: eventDay(point.askedOn) }),
    place !== null && t('page.place', { place, among: among! }),
    state === 'waiting' && expectedOn && t('page.expected', { day: longDate(expectedOn) }),
    point.begunOn && !point.endedOn && t('page.begun', { day: longDate(point.begunOn) }),
    point.endedOn && t('page.ended', { day: longDate(point.endedOn) }),
    point.withdrawnOn && t('page.withdrawn', { day: longDate(point.withdrawnOn) }),
    point.reason && label('referrals.reason', point.reason),
    point.withdrawnBecause && label('referrals.reason', point.withdrawnBecause),
    point.service && t('page.service', { name: point.service }),
    point.aheadBecause && t('page.ahead', { reason: label('referrals.reason', point.aheadBecause) }),
    handledBy && state !== 'done' && t('page.handled', { name: handledBy }),
  ].filter(Boolean)
  return (
    <>
      {facts.map((fact) => (
        <p key={String(fact)} className="sm muted">
          {fact}
        </p>
      ))}
      {point.said
        .filter(({ words }) => words)
        .map(({ step, words, at, by }) => (
          <p key={at} className="sm" style={{ marginTop: 4 }}>
            <span style={{ color: 'var(--ink-9)' }}>„{words}”</span>{' '}
            <span className="muted">
              {t('page.saidOn', { step: t(`step.${step}`), day: eventDay(dayOf(at)), name: by })}
            </span>
          </p>
        ))}
    </>
  )
}
