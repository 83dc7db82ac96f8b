import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Urgent.module.css'

/** What must be done at once, in calm words, where the eye is; announced when it appears. Its child is `Rows`. */
export function Urgent({
  heading,
  level: Heading = 'h3',
  children,
}: {
  heading: ReactNode
  /** Within a card `h3`, alone on a page `h2`. */
  level?: 'h2' | 'h3'
  children: ReactNode
}) {
  return (
    <div className={styles.urgent} role="status">
      <Heading>
        <TriangleAlert size={20} aria-hidden />
        <span>{heading}</span>
      </Heading>
      {children}
    </div>
  )
}
