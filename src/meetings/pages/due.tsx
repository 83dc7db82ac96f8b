import { useTranslation } from 'react-i18next'
import { DayPlan } from '../../platform/kit/DayPlan.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'

export const due: DuePart = { kind: 'meeting', place: 'beside', position: 5, Part: Meetings }

/** Today's meetings, and those whose minutes nobody sent yet. */
function Meetings({ query }: { query: DueQuery }) {
  const { t } = useTranslation('meetings', { keyPrefix: 'due' })
  const { label } = useCodes()
  const { clockTime, eventDay } = useWords()
  return (
    <Section heading={t('title')}>
      <DayPlan
        items={query.data!.map(({ id, what, state, family, code }) => {
          const startsAt = state!
          const isToday = dayOf(startsAt) === today()
          return {
            time: isToday ? clockTime(startsAt) : eventDay(dayOf(startsAt)),
            title: <Link to={pageAt('/meetings/$id', { id })}>{label('meetings.meeting_kind', what!)}</Link>,
            sub: [family ?? code, !isToday && t('notSent')].filter(Boolean).join(' · '),
          }
        })}
      />
    </Section>
  )
}
