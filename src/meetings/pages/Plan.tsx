import { ArrowDown, ArrowUp, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import type { Meeting } from './api.ts'
import styles from './MeetingTable.module.css'
import { useOrder } from './useOrder.ts'
import { useSource } from './useSource.ts'

/** The agenda beside the work: what is done, what is now, what comes. */
export function Plan({
  meeting: { points, ...meeting },
  current,
  onChoose,
}: {
  meeting: Meeting
  current: string | undefined
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation('meetings')
  const source = useSource()
  const order = useOrder({ points, ...meeting })
  const at = points.findIndex(({ id }) => id === current)
  return (
    <PlainSection
      heading={t('plan.title')}
      more={at >= 0 && t('plan.at', { no: at + 1, count: points.length })}
    >
      <ol className={styles.steps}>
        {points.map((point, i) => (
          <li key={point.id} className={point.id === current ? styles.current : undefined}>
            <span className={styles.no} aria-hidden>
              {point.done ? <Check size={16} /> : i + 1}
            </span>
            <div className={styles.stepWords}>
              <button
                type="button"
                className={styles.step}
                aria-current={point.id === current ? 'step' : undefined}
                onClick={() => onChoose(point.id)}
              >
                {point.what}
                {point.done && <span className="vh">, {t('plan.done')}</span>}
              </button>
              <p className="sm muted">
                {[
                  point.postponed
                    ? t('plan.postponed')
                    : point.source
                      ? source(point.source, point.sourceOn)
                      : t('agenda.putBy', { name: point.putBy }),
                  point.minutes && t('minutesShort', { count: point.minutes }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <MoreDeeds of={point.what}>
              {i > 0 && (
                <Button kind="quiet" size="small" icon={ArrowUp} onClick={() => order.move(point.id, -1)}>
                  {t('agenda.upWord')}
                </Button>
              )}
              {i < points.length - 1 && (
                <Button kind="quiet" size="small" icon={ArrowDown} onClick={() => order.move(point.id, 1)}>
                  {t('agenda.downWord')}
                </Button>
              )}
            </MoreDeeds>
          </li>
        ))}
      </ol>
      <ProblemNotice problem={order.problem} />
    </PlainSection>
  )
}
