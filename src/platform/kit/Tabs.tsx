import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Address } from '../web/address.ts'
import { Link } from './Link.tsx'
import styles from './Tabs.module.css'

export type TabsProps = {
  /** What the tabs belong to. */
  label: string
  /** With `to` the tab is a page of its own (best: going back works); without it, `onChoose` is told the key. */
  tabs: { key: string; label: ReactNode; count?: number; to?: Address }[]
  current: string
  onChoose?: (key: string) => void
  /** The current one holds the page among others: tabs `below` these name it. */
  holds?: boolean
  below?: boolean
}

/** Parts of one thing; the woven line lies under the current one, a quiet ground under the current one `below` it. */
export function Tabs({ label, tabs, current, onChoose, holds, below }: TabsProps) {
  const nav = useRef<HTMLDivElement>(null)
  const more = useMore(nav)
  // On a phone the current one may stand beyond the edge.
  useEffect(() => {
    const tab = nav.current?.querySelector(`[data-tab="${current}"]`)
    if (!nav.current || !tab) return
    const [outer, inner] = [nav.current.getBoundingClientRect(), tab.getBoundingClientRect()]
    nav.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  }, [current])
  return (
    <nav aria-label={label} className={styles.around} data-screen-only>
      <div ref={nav} className={below ? `${styles.tabs} ${styles.below}` : styles.tabs}>
        {tabs.map(({ key, label: name, count, to }) => {
          const content = (
            <>
              {name}
              {count !== undefined && <span className={styles.count}>{count}</span>}
            </>
          )
          const state = key === current ? (holds ? ('true' as const) : ('page' as const)) : undefined
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
      </div>
      {more.before && (
        <span className={styles.before} aria-hidden>
          <ChevronLeft size={18} />
        </span>
      )}
      {more.after && (
        <span className={styles.after} aria-hidden>
          <ChevronRight size={18} />
        </span>
      )}
    </nav>
  )
}

/** Whether tabs stand beyond the left and the right edge; the one that gets the focus comes out from there. */
function useMore(row: RefObject<HTMLElement | null>) {
  const [more, setMore] = useState({ before: false, after: false })
  useEffect(() => {
    const element = row.current
    if (!element) return
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      const found = { before: scrollLeft > 8, after: scrollLeft + clientWidth < scrollWidth - 8 }
      setMore((known) => (known.before === found.before && known.after === found.after ? known : found))
    }
    const comeOut = ({ target }: FocusEvent) =>
      target instanceof Element && target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    element.addEventListener('focusin', comeOut)
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
      element.removeEventListener('focusin', comeOut)
    }
  }, [row])
  return more
}
