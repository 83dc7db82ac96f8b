import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../web/address.ts'
import { Link } from './Link.tsx'
import styles from './PageFrame.module.css'

type Crumb = { to?: Address; label: ReactNode }

export type PageFrameProps = {
  /** The visible heading; may name people. */
  title: ReactNode
  /** Title of the browser tab: what kind of page it is, never a name, a code or an address of a person. */
  tab: string
  crumbs?: Crumb[]
  sub?: ReactNode
  /** At most one of them filled. */
  actions?: ReactNode
  /** One column for reading and answering, as on a phone. */
  narrow?: boolean
  children: ReactNode
}

/** The frame of every page: where I am, what this is, what I can do; below it the work. */
export function PageFrame({ title, tab, crumbs, sub, actions, narrow, children }: PageFrameProps) {
  const { t } = useTranslation('kit')
  useEffect(() => {
    document.title = `${tab} – Splot`
  }, [tab])
  return (
    <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      <div className={styles.head}>
        <div className={styles.words}>
          {crumbs && (
            <nav aria-label={t('crumbs')}>
              <ol className={styles.crumbs}>
                {crumbs.map((crumb, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a path has no other identity than its order
                  <li key={index}>
                    {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
                    {index < crumbs.length - 1 && <span aria-hidden> ›</span>}
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 tabIndex={-1}>{title}</h1>
          {sub && <div className={styles.sub}>{sub}</div>}
        </div>
        {actions && (
          <div className={styles.actions} data-screen-only>
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  )
}
