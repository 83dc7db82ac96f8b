import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import styles from './LevelLines.module.css'
import type { LevelWay } from './levelWays.ts'

const width = 320
const step = 9
const edge = 6

/** Levels over time, one small picture a domain on one axis of days; each says the same in words. */
export function LevelLines({ ways }: { ways: LevelWay[] }) {
  const { t } = useTranslation('assessments')
  const { label } = useCodes()
  const { dayAndMonth, longDate } = useWords()
  const days = ways.flatMap(({ points }) => points.map(({ day }) => day)).sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  const span = Math.max(1, daysBetween(first, last))
  const x = (day: string) => edge + (daysBetween(first, day) / span) * (width - 2 * edge)
  const y = (level: number) => edge + (5 - level) * step
  const height = 2 * edge + 4 * step
  const wayOf = (points: LevelWay['points']) => {
    const [from, to] = [points[0]!.level, points.at(-1)!.level]
    return from === to ? t('glance.still', { level: to }) : t('glance.way', { from, to })
  }
  return (
    <ul className={styles.ways}>
      {ways.map(({ domain, points }) => (
        <li key={domain}>
          <p className={styles.head}>
            <b>{label('assessments.life_domain', domain)}</b>
            <span>{wayOf(points)}</span>
          </p>
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
            {[1, 2, 3, 4, 5].map((level) => (
              <path key={level} className={styles.grid} d={`M0 ${y(level)}H${width}`} />
            ))}
            <path
              className={styles.way}
              d={points
                .map(({ day, level }, i) => (i ? `H${x(day)}V${y(level)}` : `M${x(day)} ${y(level)}`))
                .join('')}
            />
            {points.map(({ day, level }) => (
              <circle key={day} cx={x(day)} cy={y(level)} r={4} />
            ))}
          </svg>
          <p className={styles.days}>
            {points.map(({ day, level }) => (
              <span key={day}>
                <time dateTime={day}>
                  {first.slice(0, 4) === last.slice(0, 4) ? dayAndMonth(day) : longDate(day)}
                </time>
                {': '}
                {level}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}
