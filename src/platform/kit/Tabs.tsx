import type { ReactNode } from 'react'
import { Link } from './Link.tsx'
import styles from './Tabs.module.css'

export type TabsProps = {
  /** What the tabs belong to. */
  label: string
  /** With `to` the tab is a page of its own (best: going back works); without it, `onChoose` is told the key. */
  tabs: { key: string; label: ReactNode; count?: number; to?: string }[]
  current: string
  onChoose?: (key: string) => void
}

/** Parts of one thing; the woven line lies under the current one. */
export function Tabs({ label, tabs, current, onChoose }: TabsProps) {
  return (
    <nav aria-label={label} className={styles.tabs} data-screen-only>
      {tabs.map(({ key, label: name, count, to }) => {
        const content = (
          <>
            {name}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </>
        )
        const state = key === current ? ('page' as const) : undefined
        return to ? (
          <Link key={key} to={to} aria-current={state}>
            {content}
          </Link>
        ) : (
          <button key={key} type="button" aria-current={state && 'true'} onClick={() => onChoose?.(key)}>
            {content}
          </button>
        )
      })}
    </nav>
  )
}
