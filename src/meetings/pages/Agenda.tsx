import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Whom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Meeting, meetingsApi, type Point } from './api.ts'
import { Offered } from './Offered.tsx'
import { PutPoint } from './PutPoint.tsx'
import { useOrder } from './useOrder.ts'
import { useSource } from './useSource.ts'

/** What will be talked about, in an order that anybody at the table may change; and what they add. */
export function Agenda({ meeting, whom }: { meeting: Meeting; whom: Whom | null }) {
  const { t } = useTranslation('meetings')
  const order = useOrder(meeting)
  const removal = useDeed((pointId: string, key) =>
    meetingsApi.removePoint({ params: { id: meeting.id, pointId }, key }),
  )
  const minutes = meeting.points.reduce((sum, point) => sum + (point.minutes ?? 0), 0)
  return (
    <Section
      heading={t('agenda.title')}
      count={meeting.points.length || undefined}
      more={minutes > 0 && t('agenda.together', { minutes: t('length', { count: minutes }) })}
    >
      <Rows ordered>
        {meeting.points.map((point, i) => (
          <Row
            key={point.id}
            title={point.what}
            sub={<Beside point={point} whom={whom} />}
            end={
              meeting.state === 'planned' && (
                <>
                  {i > 0 && (
                    <Button
                      kind="quiet"
                      size="small"
                      icon={ArrowUp}
                      onClick={() => order.move(point.id, -1)}
                      aria-label={t('agenda.up', { what: point.what })}
                    >
                      {t('agenda.upWord')}
                    </Button>
                  )}
                  {i < meeting.points.length - 1 && (
                    <Button
                      kind="quiet"
                      size="small"
                      icon={ArrowDown}
                      onClick={() => order.move(point.id, 1)}
                      aria-label={t('agenda.down', { what: point.what })}
                    >
                      {t('agenda.downWord')}
                    </Button>
                  )}
                  {point.mayRemove && (
                    <Button
                      kind="quiet"
                      size="small"
                      icon={X}
                      busy={removal.trying === point.id}
                      onClick={() => removal.run(point.id)}
                      aria-label={t('agenda.remove', { what: point.what })}
                    >
                      {t('agenda.removeWord')}
                    </Button>
                  )}
                </>
              )
            }
          />
        ))}
      </Rows>
      {meeting.points.length === 0 && <EmptyState>{t('agenda.empty')}</EmptyState>}
      <ProblemNotice problem={order.problem ?? removal.problem} />
      {meeting.state === 'planned' && (
        <>
          <Offered meeting={meeting} whom={whom} />
          {(whom || !meeting.caseId) && <PutPoint meeting={meeting} whom={whom} />}
        </>
      )}
    </Section>
  )
}

function Beside({ point, whom }: { point: Point; whom: Whom | null }) {
  const { t } = useTranslation('meetings')
  const source = useSource()
  return [
    point.source ? source(point.source, point.sourceOn) : t('agenda.putBy', { name: point.putBy }),
    point.class === 'team' ? t('agenda.work') : whom?.beside(point.about),
    point.minutes && t('length', { count: point.minutes }),
  ]
    .filter(Boolean)
    .join(' · ')
}
