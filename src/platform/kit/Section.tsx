import { type ReactNode, useId } from 'react'
import styles from './Section.module.css'

export type SectionProps = {
  heading: ReactNode
  /** How many things it lists, in quiet figures after the heading. */
  count?: number
  /** A link to all of them, a legend, or a quiet remark. */
  more?: ReactNode
  /** Content up to the edges: tables with their own padding. */
  flush?: boolean
  /** For anchors such as `#why`. */
  id?: string
  children: ReactNode
}

/** White card: a part of the main work. Cards are never nested. */
export function Section(props: SectionProps) {
  return <Block {...props} look={styles.card!} />
}

/** The same on bare linen, for the secondary column. */
export function PlainSection(props: SectionProps) {
  return <Block {...props} look={styles.plain!} />
}

function Block({ heading, count, more, flush, id, children, look }: SectionProps & { look: string }) {
  const headingId = useId()
  return (
    <section className={look} aria-labelledby={headingId} id={id}>
      <div className={styles.head}>
        <h2 id={headingId}>
          {heading}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h2>
        {more && <div className={styles.more}>{more}</div>}
      </div>
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
