import { useTranslation } from 'react-i18next'
import { usePhases } from '../../families/pages/usePhases.ts'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { MiniPhase } from '../../platform/kit/PhaseStrip.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Day } from './MyDayPage.tsx'

/** Beside the work: reviews that come near, and what others answered since yesterday. */
export function ReviewsAndNews({ day }: { day: Day }) {
  const { t } = useTranslation('day')
  const { steps, placeOf, nameOf } = usePhases()
  return (
    <div>
      {day.reviews.length > 0 && (
        <PlainSection heading={t('reviews.title')} more={<Link to="/families">{t('reviews.all')}</Link>}>
          <Rows onLinen>
            {day.reviews.map((review) => (
              <Row
                key={review.caseId}
                title={review.family ?? t('case', { code: review.code })}
                to={pageAt('/families/$id', { id: review.caseId })}
                sub={nameOf(review.phase)}
                end={
                  <span style={{ display: 'grid', justifyItems: 'start', width: 130 }}>
                    <DueLabel day={review.due} inline />
                    <MiniPhase steps={steps} current={placeOf(review.phase)} />
                  </span>
                }
              />
            ))}
          </Rows>
        </PlainSection>
      )}
      <PlainSection heading={t('news.title')}>
        {day.sinceYesterday.length === 0 ? (
          <EmptyState>{t('news.empty')}</EmptyState>
        ) : (
          <Rows onLinen>
            {day.sinceYesterday.map((news) => (
              <News key={news.id} news={news} />
            ))}
          </Rows>
        )}
      </PlainSection>
    </div>
  )
}

function News({ news }: { news: Day['sinceYesterday'][number] }) {
  const { phrase } = useVerbs()
  const { clockTime } = useWords()
  return (
    <li className="sm" style={{ padding: '9px 0' }}>
      <b className="m">{news.institution ?? news.worker}</b>: {phrase(news)}{' '}
      <span className="muted">
        {news.caseId && news.family && (
          <Link to={pageAt('/families/$id', { id: news.caseId })}>{news.family}</Link>
        )}
        {news.family && ', '}
        {clockTime(news.at)}
      </span>
    </li>
  )
}
