import { type ReactNode, useEffect, useRef } from 'react'
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
  const nav = useRef<HTMLElement>(null)
  // On a phone the current one may stand beyond the edge.
  useEffect(() => {
    const tab = nav.current?.querySelector(`[data-tab="${current}"]`)
    if (!nav.current || !tab) return
    const [outer, inner] = [nav.current.getBoundingClientRect(), tab.getBoundingClientRect()]
    nav.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  }, [current])
  return (
    <nav ref={nav} aria-label={label} className={styles.tabs} data-screen-only>
      {tabs.map(({ key, label: name, count, to }) => {
        const content = (
          <>
            {name}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </>
        )
        const state = key === current ? ('page' as const) : undefined
        return to ? (
          <Link key={key} to={to} aria-current={state} data-tab={key}>
            {content}
          </Link>
        ) : (
          <button
            key={key}
            type="button"
            aria-current={state && 'true'}
            data-tab={key}
            onClick={() => onChoose?.(key)}
          >
            {content}
          </button>
        )
      })}
    </nav>
  )
}
