import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { type Address, pageAt } from '../../platform/web/address.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { HappeningTile } from '../../timeline/pages/HappeningTile.tsx'
import { byFamily, type Told } from './byFamily.ts'
import type { Day, OfJob } from './MyDayPage.tsx'
import styles from './News.module.css'
import { inItsJob } from './useAsks.ts'

/** As many things of one family are told here; the rest stands in its timeline. */
const shown = 4

/** What others did and answered since yesterday, family by family. */
export function News({ news }: { news: OfJob<Day['sinceYesterday'][number]>[] }) {
  const { t } = useTranslation('day')
  return (
    <PlainSection heading={t('news.title')}>
      {news.length === 0 && <EmptyState>{t('news.empty')}</EmptyState>}
      {byFamily(news).map(({ key, first, told }) => {
        const { caseId: id, code, family, job } = first
        const most = id ? shown : told.length
        const rest = told.slice(most).reduce((all, { alike }) => all + 1 + alike, 0)
        return (
          <div key={key} className={styles.family}>
            {id && (
              <h3>
                <Link to={inItsJob(pageAt('/families/$id', { id }), first)}>
                  {family ?? t('case', { code })}
                </Link>
                {job && <span> {job.name}</span>}
              </h3>
            )}
            <Rows onLinen>
              {told.slice(0, most).map((each) => (
                <Piece key={each.piece.id} {...each} />
              ))}
            </Rows>
            {id && rest > 0 && (
              <p className="sm">
                <Link to={inItsJob(pageAt('/families/$id/timeline', { id }), first)}>
                  {t('news.rest', { count: rest })}
                </Link>
              </p>
            )}
          </div>
        )
      })}
    </PlainSection>
  )
}

function Piece({ piece, alike }: Told) {
  const { t } = useTranslation('day')
  const { headOf } = useVerbs()
  const { clockTime, relativeDay } = useWords()
  const { head, words } = headOf(piece)
  const day = dayOf(piece.at)
  return (
    <li className={styles.piece}>
      <HappeningTile entry={piece} />
      <div>
        <span className="m">
          {piece.to ? <Link to={inItsJob(piece.to as Address, piece)}>{head}</Link> : head}
        </span>
        {alike > 0 && ` ${t('news.alike', { count: alike })}`}
        {words && <div>{piece.kind === 'voice' ? <Quote>{words}</Quote> : words}</div>}
        <div className="muted">
          {piece.institution ?? piece.worker},{' '}
          <span className="nowrap">
            {day !== today() && `${relativeDay(day)} `}
            {clockTime(piece.at)}
          </span>
        </div>
      </div>
    </li>
  )
}
