import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DomainTable.module.css'

/** 1 crisis … 5 independence; `unknown` and `none` ("nie dotyczy") are answers too. */
export type DomainLevel = 1 | 2 | 3 | 4 | 5 | 'unknown' | 'none'

export type DomainRow = {
  key: string
  name: ReactNode
  family?: DomainLevel
  /** One level, or several where institutions see it differently. */
  institutions?: DomainLevel | DomainLevel[]
  /** Which institution gave which level. */
  by?: { institution: string; level: DomainLevel }[]
  agreed?: DomainLevel
  goal?: DomainLevel
  /** "do maja 2027", "największa różnica zdań" */
  note?: ReactNode
}

export type DomainTableProps = {
  rows: DomainRow[]
  /** What and when: "Wspólna diagnoza, 6 listopada". */
  caption: ReactNode
  foot?: ReactNode
}

const levels = [1, 2, 3, 4, 5] as const

/** How the family and the institutions see each life domain, and what they agreed; disagreement stays visible. */
export function DomainTable({ rows, caption, foot }: DomainTableProps) {
  const { t } = useTranslation('assessments')
  const say = (level: DomainLevel) => (typeof level === 'number' ? String(level) : t(`table.${level}`))
  /** Who of the institutions said what: "GOPS 2, szkoła 4". */
  const voices = ({ by = [], institutions = [] }: DomainRow) =>
    by.length > 0
      ? by.map(({ institution, level }) => `${institution} ${say(level)}`).join(', ')
      : [institutions].flat().map(say).join(', ')
  const spoken = (row: DomainRow) =>
    (['family', 'institutions', 'agreed', 'goal'] as const)
      .filter((view) => row[view] !== undefined)
      .map(
        (view) =>
          `${t(`table.${view}`)}: ${view === 'institutions' ? voices(row) : say(row[view] as DomainLevel)}`,
      )
      .join('; ')
  const notes = (row: DomainRow) => {
    const parts = [
      row.note,
      typeof row.family === 'string' && `${t('table.family')}: ${say(row.family)}`,
      row.institutions !== undefined && voices(row),
    ].filter(Boolean)
    return parts.map((part, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line, always in this order
      <Fragment key={i}>
        {i > 0 && ' · '}
        {part}
      </Fragment>
    ))
  }
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.ends}>
                <span>{caption}</span>
                <span>{t('table.crisis')}</span>
              </span>
            </th>
            {levels.map((level) => (
              <th scope="col" className={styles.level} key={level}>
                {level}
              </th>
            ))}
            <th scope="col">{t('table.independence')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name}
                <span className={`${styles.note} ${styles.under}`}>{notes(row)}</span>
              </th>
              {levels.map((level) => (
                <td key={level}>
                  <span
                    className={row.agreed === level ? `${styles.cell} ${styles.agreed}` : styles.cell}
                    aria-hidden
                  >
                    {row.family === level && <Diamond />}
                    {[row.institutions].flat().includes(level) && <Square />}
                    {row.goal === level && <Flag />}
                  </span>
                </td>
              ))}
              <td className={styles.note}>
                <span className={styles.beside} aria-hidden>
                  {notes(row)}
                </span>
                <span className="vh"> {spoken(row)}.</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {foot && <div className={styles.foot}>{foot}</div>}
    </>
  )
}

/** What the marks mean; belongs beside the section's heading (`more`). */
export function DomainLegend() {
  const { t } = useTranslation('assessments')
  return (
    <p className={styles.legend}>
      <span>
        <Diamond />
        {t('table.family')}
      </span>
      <span>
        <Square />
        {t('table.institutions')}
      </span>
      <span>
        <i className={styles.frame} />
        {t('table.agreed')}
      </span>
      <span>
        <Flag />
        {t('table.goal')}
      </span>
    </p>
  )
}

const Diamond = () => (
  <svg width={15} height={15} viewBox="0 0 15 15" aria-hidden>
    <path d="M7.5 .5L14.5 7.5L7.5 14.5L.5 7.5Z" fill="var(--mallow-6)" />
  </svg>
)
const Square = () => (
  <svg width={13} height={13} viewBox="0 0 13 13" aria-hidden>
    <rect width={13} height={13} rx={2} fill="var(--woad-6)" />
  </svg>
)
const Flag = () => (
  <svg width={13} height={15} viewBox="0 0 13 15" aria-hidden>
    <path
      d="M2.5 14V1.5l8.5 3.2l-8.5 3.6"
      fill="none"
      stroke="var(--ink-7)"
      strokeWidth={1.75}
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
)
