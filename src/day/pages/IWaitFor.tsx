import { useTranslation } from 'react-i18next'
import { Remind } from '../../asks/pages/Remind.tsx'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Day, OfJob } from './MyDayPage.tsx'
import { useAsks } from './useAsks.ts'

/** Those who have not answered yet: days used of the agreed time, whether they saw it, and the phone, which is faster than waiting. */
export function IWaitFor({ awaited }: { awaited: OfJob<Day['iWaitFor'][number]>[] }) {
  const { t } = useTranslation('day')
  const { dayAndMonth, clockTime, relativeDay } = useWords()
  const away = (until: string, name: string | null) =>
    t(name ? 'iWaitFor.awayCovered' : 'iWaitFor.away', { day: dayAndMonth(until), name })
  const seen = (at: string) => t('iWaitFor.seen', { day: dayAndMonth(dayOf(at)), hour: clockTime(at) })
  const { waited, waitedAt } = useAsks()
  return (
    <Rows>
      {awaited.map((ask) => (
        <Row
          key={`${ask.kind} ${ask.id}`}
          tile={ask.institutionKind && <InstitutionTile kind={ask.institutionKind} />}
          title={[ask.institution, waited(ask)].filter(Boolean).join(' · ')}
          to={waitedAt(ask)}
          sub={
            <>
              {ask.urgent ? (
                <Status kind={ask.seenAt ? 'wait' : 'late'}>
                  {ask.seenAt ? seen(ask.seenAt) : t('iWaitFor.unread')}
                </Status>
              ) : ask.answerAt ? (
                <Status kind={new Date(ask.answerAt) < new Date() ? 'late' : 'wait'}>
                  {t(dayOf(ask.answerAt) === today() ? 'byHour' : 'byHourOn', {
                    day: relativeDay(dayOf(ask.answerAt)),
                    hour: clockTime(ask.answerAt),
                  })}
                </Status>
              ) : (
                <AnswerThreads used={ask.usedDays} total={ask.totalDays} />
              )}
              {[
                '',
                ask.worker,
                ask.climbed && t(`iWaitFor.climbed.${ask.climbed}`),
                ask.awayUntil && away(ask.awayUntil, ask.standIn),
                ask.family ?? ask.code,
                !ask.urgent && ask.seenAt && seen(ask.seenAt),
                ask.job?.name,
              ]
                .filter((part) => typeof part === 'string')
                .join(' · ')}
            </>
          }
          end={
            <>
              {ask.phone && <PhoneLink phone={ask.phone} />}
              {ask.remindable && !ask.job?.elsewhere && (
                <Remind ask={ask.remindable} name={ask.worker ?? ask.institution} />
              )}
            </>
          }
        />
      ))}
    </Rows>
  )
}
