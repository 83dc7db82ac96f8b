import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Urgent.module.css'

/** What must be done at once, in calm words, where the eye is; announced when it appears. Its child is `Rows`. */
export function Urgent({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.urgent} role="status">
      <h3>
        <TriangleAlert size={20} aria-hidden />
        {heading}
      </h3>
      {children}
    </div>
  )
}
