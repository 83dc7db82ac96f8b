import { Check } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Done.module.css'

export type DoneProps = {
  /** What has been done: "Wysłano: przyjmujecie dziecko do świetlicy". */
  title: ReactNode
  /** When, and who has been told. */
  sub?: ReactNode
  /** What happens next, and how to undo. */
  children?: ReactNode
}

/** In place of a form after its deed; takes the focus, so that it is read out. */
export function Done({ title, sub, children }: DoneProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div>
      <span className={styles.sign} aria-hidden>
        <Check size={32} />
      </span>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {sub && <p className={styles.sub}>{sub}</p>}
      {children && <div className={styles.next}>{children}</div>}
    </div>
  )
}
