import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Day, OfJob } from './MyDayPage.tsx'
import { inItsJob } from './useAsks.ts'

/** What others did and answered since yesterday. */
export function News({ news }: { news: OfJob<Day['sinceYesterday'][number]>[] }) {
  const { t } = useTranslation('day')
  const { phrase } = useVerbs()
  const { clockTime } = useWords()
  return (
    <PlainSection heading={t('news.title')}>
      {news.length === 0 ? (
        <EmptyState>{t('news.empty')}</EmptyState>
      ) : (
        <Rows onLinen>
          {news.map((each) => (
            <li key={each.id} className="sm" style={{ padding: '9px 0' }}>
              <b className="m">{each.institution ?? each.worker}</b>: {phrase(each)}{' '}
              <span className="muted">
                {each.caseId && each.family && (
                  <Link to={inItsJob(pageAt('/families/$id', { id: each.caseId }), each)}>{each.family}</Link>
                )}
                {each.family && ', '}
                {clockTime(each.at)}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </PlainSection>
  )
}
