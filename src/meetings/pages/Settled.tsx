import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { Row } from '../../platform/kit/Rows.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Meeting, Point } from './api.ts'

export type Decision = Point['decisions'][number]

/** What was settled, in words: as it was written, or the level that was agreed. */
export function useSettledWords() {
  const { t } = useTranslation('meetings')
  const { label } = useCodes()
  return ({ what, level }: Decision) => {
    if (!level) return what!
    const domain = label('assessments.life_domain', level.domain)
    return level.level === null
      ? t(`decision.without.${level.withoutLevel}`, { domain })
      : t('decision.level', { domain, level: level.level })
  }
}

/** What was settled, by whom, until when, and what it became, one tap away. */
export function Settled({
  meeting,
  decision,
  end,
}: {
  meeting: Meeting
  decision: Decision
  end?: React.ReactNode
}) {
  const { t } = useTranslation('meetings')
  const words = useSettledWords()
  const { longDate } = useWords()
  const { institution, worker, due, became } = decision
  const helps = became === 'item' || became === 'referral'
  const where =
    meeting.caseId &&
    became &&
    pageAt(
      (
        {
          task: '/families/$id/tasks',
          item: '/families/$id/basket',
          referral: '/families/$id/basket',
          level: '/families/$id/assessment',
        } as const
      )[became],
      { id: meeting.caseId },
    )
  return (
    <Row
      title={words(decision)}
      sub={
        <>
          {[institution, worker, due && t(helps ? 'decision.from' : 'decision.by', { day: longDate(due) })]
            .filter(Boolean)
            .join(' · ')}
          {became && (
            <span style={{ display: 'block' }}>
              {where ? (
                <Link to={where}>{t(`decision.became.${became}`)}</Link>
              ) : (
                t(`decision.became.${became}`)
              )}
            </span>
          )}
        </>
      }
      end={end}
    />
  )
}
