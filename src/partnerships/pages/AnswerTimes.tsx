import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { partnershipsContract } from '../contract.ts'
import styles from './AnswerTimes.module.css'
import { partnershipsApi, shortOf } from './api.ts'
import { Objection } from './Objection.tsx'

export type Times = z.output<typeof partnershipsContract.answerTimes.answer>
export type Reckoned = Omit<
  Times['institutions'][number],
  'id' | 'name' | 'shortName' | 'kind' | 'membershipId' | 'says' | 'mine'
>

const [left, right, middle] = [8, 172, 13]
/** To the chart's own units: the agreed line stands in the middle, twice that is the end. */
const along = (of: number, agreed: number) =>
  left + (Math.min(of, 2 * agreed) / (2 * agreed)) * (right - left)

/** How long we wait for one another, in short; all of it has a page of its own. */
export function AnswerTimes({ partnershipId }: { partnershipId: string }) {
  const { t } = useTranslation('partnerships')
  const query = useAsk(partnershipsApi.answerTimes, {
    params: { id: partnershipId },
    query: { over: 'half-year' },
  })
  return (
    <Section
      heading={t('times.heading')}
      more={<Link to={pageAt('/partnerships/$id/answers', { id: partnershipId })}>{t('times.all')}</Link>}
    >
      <Loaded query={query} rows={5}>
        {(times) => <OfInstitutions times={times} />}
      </Loaded>
    </Section>
  )
}

/** One row an institution: alphabetical, for it is no ranking. */
export function OfInstitutions({ times }: { times: Times }) {
  const { t } = useTranslation('partnerships')
  const { daysWord, longDate } = useWords()
  if (times.institutions.every(({ asked }) => asked === 'under_5'))
    return <EmptyState>{t('times.empty')}</EmptyState>
  return (
    <>
      {times.all?.inTime && <p>{t(`times.came.${times.all.inTime}`)}</p>}
      <p className="sm muted" style={{ marginBottom: 8 }}>
        {t('times.how', { since: longDate(times.since), days: daysWord(times.agreedDays) })}
      </p>
      <div className={styles.within}>
        <div className={`${styles.row} ${styles.axis}`} aria-hidden>
          <span />
          <span>
            <span>0</span>
            <b>{daysWord(times.agreedDays)}</b>
            <span>{2 * times.agreedDays}</span>
          </span>
          <span />
          <span className={styles.inTime}>{t('times.inTime')}</span>
        </div>
        <ul>
          {times.institutions.map((row) => {
            const mayObject = row.mine && row.membershipId && (row.median !== null || row.says)
            return (
              <Fragment key={row.id}>
                <Line name={shortOf(row)} row={row} agreed={times.agreedDays} />
                {(row.says || mayObject) && (
                  <li className={styles.says}>
                    {row.says && <p className="sm">{t('times.says', { words: row.says })}</p>}
                    {mayObject && <Objection membershipId={row.membershipId!} says={row.says} />}
                  </li>
                )}
              </Fragment>
            )
          })}
        </ul>
      </div>
    </>
  )
}

/** The usual time and where most answers lie, against what was agreed; what was not theirs stands beside it. */
export function Line({ name, row, agreed }: { name: string; row: Reckoned; agreed: number }) {
  const { t } = useTranslation('partnerships')
  const { daysWord } = useWords()
  const { median, quarter, threeQuarters } = row
  if (median === null || quarter === null || threeQuarters === null)
    return (
      <li className={styles.row}>
        <span>{name}</span>
        <span className={styles.few}>{t('times.few', { count: t('band', { band: row.asked }) })}</span>
      </li>
    )
  const late = median > agreed
  const whole = Math.round(median)
  const usual = row.inHours
    ? t('times.hours', { count: whole })
    : whole === 0
      ? t('times.sameDay')
      : daysWord(whole)
  const at = along(median, agreed)
  const beside = [
    row.away && t(`times.away.${row.away}`),
    row.completing && t(`times.completing.${row.completing}`),
  ].filter(Boolean)
  return (
    <li className={styles.row}>
      <span>
        {name}
        {beside.length > 0 && <span className={styles.beside}>{beside.join(', ')}</span>}
      </span>
      <svg
        className={styles.chart}
        viewBox="0 0 180 26"
        role="img"
        aria-label={t('times.usually', { days: usual })}
      >
        <path d={`M${left} ${middle}H${right}`} stroke="var(--line-2)" strokeWidth="1.5" />
        <path d="M90 0V26" stroke="var(--ink-9)" strokeWidth="1.75" />
        <path
          d={`M${along(quarter, agreed)} ${middle}H${Math.max(along(threeQuarters, agreed), along(quarter, agreed) + 0.1)}`}
          stroke={late ? 'var(--madder-3)' : 'var(--woad-3)'}
          strokeWidth="7"
          strokeLinecap="round"
        />
        {late ? (
          <rect
            x={at - 6}
            y={7}
            width={12}
            height={12}
            rx={2}
            transform={`rotate(45 ${at} ${middle})`}
            fill="var(--madder-6)"
            stroke="var(--white)"
            strokeWidth="1.5"
          />
        ) : (
          <circle cx={at} cy={middle} r={6.5} fill="var(--woad-7)" stroke="var(--white)" strokeWidth="1.5" />
        )}
      </svg>
      <span className={late ? `${styles.usual} ${styles.slow}` : styles.usual}>{usual}</span>
      <span className={styles.inTime}>{row.inTime && t(`times.share.${row.inTime}`)}</span>
    </li>
  )
}
