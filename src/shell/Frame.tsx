import { useRouterState } from '@tanstack/react-router'
import { Search as SearchIcon } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { Link } from '../platform/kit/Link.tsx'
import { Mark } from '../platform/kit/Mark.tsx'
import { PracticeBanner } from '../platform/kit/PracticeBanner.tsx'
import { bar, further } from '../platform/web/all-doors.ts'
import type { Place } from '../platform/web/door.ts'
import { useSession } from '../platform/web/session.ts'
import { useOnline } from '../platform/web/useOnline.ts'
import { useRead } from '../platform/web/useRead.ts'
import styles from './Frame.module.css'
import { installationMode } from './installationMode.ts'
import { chooseLanguage, languages, speakAsChosen } from './languages.ts'
import { UserMenu } from './UserMenu.tsx'
import { useArrival } from './useArrival.ts'

const Search = lazy(() => import('./Search.tsx').then(({ Search }) => ({ default: Search })))

/** The frame of everybody's work: where one can go, search, as whom one acts, and below it the page. */
export function Frame({
  waiting,
  urgent = 0,
  otherwise,
  children,
}: {
  /** How many things wait for this person. */
  waiting?: number
  /** How many of them are a danger. */
  urgent?: number
  /** What is said while the session acts as another worker than the page is open for. */
  otherwise?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('shell')
  const session = useSession()
  const online = useOnline()
  useEffect(() => {
    if (online)
      import('../platform/web/bringDrafts.ts')
        .then(({ bringDrafts }) => bringDrafts(session.workers.map(({ id }) => id)))
        .catch(() => undefined)
  }, [online, session])
  useArrival()
  return (
    <div className={styles.frame}>
      <SkipLink />
      {session.mode === 'practice' && <PracticeBanner />}
      <header className={styles.top}>
        <div className={styles.inside}>
          <Link to="/" className={styles.brand!} aria-label={t('home')}>
            <Mark />
            Splot
          </Link>
          <Navigation label={t('nav.main')} className={styles.nav!} waiting={waiting} />
          <SearchButton />
          <UserMenu />
        </div>
        <div className={styles.selvage} />
      </header>
      {urgent > 0 && (
        <p className={styles.urgent} role="alert">
          <Link to="/">{t('live.danger', { count: urgent })}</Link>
        </p>
      )}
      {otherwise}
      {!online && (
        <p className={styles.offline} role="status">
          {t('live.offline')}
        </p>
      )}
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot />
      <Navigation label={t('nav.phone')} className={styles.bottom!} waiting={waiting} icons />
    </div>
  )
}

/** At a table the page stands alone: no navigation, no search, nothing that waits. Whether the line is there it says itself. */
export function TableFrame({ otherwise, children }: { otherwise?: ReactNode; children: ReactNode }) {
  const session = useSession()
  useArrival()
  return (
    <div className={styles.frame}>
      <SkipLink />
      {session.mode === 'practice' && <PracticeBanner />}
      {otherwise}
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** For a person who came by a link or is not signed in yet: white ground, no navigation. */
export function QuietFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell')
  useArrival()
  return (
    <div className={`${styles.frame} ${styles.quiet}`}>
      <SkipLink />
      {installationMode() === 'practice' && <PracticeBanner />}
      <header className={styles.top}>
        <div className={`${styles.inside} ${styles.quietInside}`}>
          <Link to="/" className={styles.brand!} aria-label={t('home')}>
            <Mark />
            Splot
          </Link>
          <OtherLanguage />
        </div>
        <div className={styles.selvage} />
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** Before sign-in nobody's language is known: Polish, and the other one at hand. */
function OtherLanguage() {
  const { i18n } = useTranslation('shell')
  useEffect(speakAsChosen, [])
  const other = languages.find(({ locale }) => locale !== i18n.language)!
  return (
    <span lang={other.locale} style={{ marginLeft: 'auto' }}>
      <Button kind="quiet" size="small" onClick={() => chooseLanguage(other.locale)}>
        {other.name}
      </Button>
    </span>
  )
}

function SkipLink() {
  const { t } = useTranslation('shell')
  return (
    <a className={styles.skip} href="#main">
      {t('skip')}
    </a>
  )
}

function Navigation({
  label,
  className,
  waiting,
  icons,
}: {
  label: string
  className: string
  waiting?: number | undefined
  icons?: boolean
}) {
  const { t } = useTranslation('shell')
  const here = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <nav className={className} aria-label={label}>
      {(icons ? bar.filter(({ wide }) => !wide) : bar).map(({ to, also, name, icon: Icon, counts }) => (
        <Link
          key={to}
          to={to}
          aria-current={isUnder(here, to) || (also && isUnder(here, also)) ? 'page' : undefined}
        >
          {icons && Icon && <Icon size={24} aria-hidden />}
          {t(name)}
          {to === '/' && <Count count={waiting} words="nav.waiting" />}
          {counts && <Counted {...counts} />}
        </Link>
      ))}
    </nav>
  )
}

/** How many things wait in a place, as it tells. */
function Counted({ path, words }: NonNullable<Place['counts']>) {
  const { data } = useRead<{ count: number }>(path, { retry: false })
  return <Count count={data?.count} words={words} />
}

function Count({ count, words }: { count: number | undefined; words: string }) {
  const { t } = useTranslation('shell')
  if (!count) return null
  return (
    <span className={styles.count}>
      <span aria-hidden>{count}</span>
      <span className="vh">, {t(words, { count })}</span>
    </span>
  )
}

/** The place that a page belongs to: `/families/…` is under Rodziny. */
const isUnder = (here: string, to: string) =>
  to === '/' ? here === '/' : here === to || here.startsWith(`${to}/`)

function SearchButton() {
  const { t } = useTranslation('shell')
  const [opened, setOpened] = useState<'never' | 'open' | 'closed'>('never')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpened('open')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        className={styles.search}
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpened('open')}
      >
        <SearchIcon size={16} aria-hidden />
        <span>{t('search.open')}</span>
        <kbd aria-hidden>{t('search.keys')}</kbd>
      </button>
      {opened !== 'never' && (
        <Suspense>
          <Search open={opened === 'open'} onClose={() => setOpened('closed')} />
        </Suspense>
      )}
    </>
  )
}

function Foot() {
  const { t } = useTranslation('shell')
  return (
    <footer className={styles.foot}>
      {further
        .filter(({ foot }) => foot)
        .map(({ to, name }) => (
          <Link key={to} to={to}>
            {t(name)}
          </Link>
        ))}
      <span className={styles.emergency}>
        {t('foot.emergency')} <b>112</b>
      </span>
    </footer>
  )
}
