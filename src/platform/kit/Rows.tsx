import type { ReactNode } from 'react'
import type { Address } from '../web/address.ts'
import { Link } from './Link.tsx'
import styles from './Rows.module.css'

export type RowsProps = {
  /** `ol` when the order means something: steps, an agenda. */
  ordered?: boolean
  /** What the list is, when no heading says so. */
  label?: string
  onLinen?: boolean
  children: ReactNode
}

/** A list as hairlined rows; its children are `Row`, `PersonLine`, `TaskRow` or a plain `li`. */
export function Rows({ ordered, label, onLinen, children }: RowsProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={onLinen ? `${styles.rows} ${styles.onLinen}` : styles.rows} aria-label={label}>
      {children}
    </List>
  )
}

export type RowProps = {
  /** What comes first: the deadline (`DueLabel`) or a date. */
  lead?: ReactNode
  /** A `Tile`; hidden on phones, where words are enough. */
  tile?: ReactNode
  title: ReactNode
  /** Makes the whole row follow a link. */
  to?: Address
  sub?: ReactNode
  /** Status, phone, button. */
  end?: ReactNode
}

export function Row({ lead, tile, title, to, sub, end }: RowProps) {
  return (
    <li className={to ? `${styles.row} ${styles.linked}` : styles.row}>
      {lead && <div className={styles.lead}>{lead}</div>}
      {tile && <div className={styles.tile}>{tile}</div>}
      <div className={styles.words}>
        <div className={styles.title}>{to ? <Link to={to}>{title}</Link> : title}</div>
        {sub && <div className={styles.sub}>{sub}</div>}
      </div>
      {end && <div className={styles.end}>{end}</div>}
    </li>
  )
}
