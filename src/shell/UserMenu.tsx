import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { initials } from '../platform/texts/names.ts'
import { useSession } from '../platform/web/session.ts'
import styles from './UserMenu.module.css'

const load = () => import('./OpenUserMenu.tsx')
const OpenUserMenu = lazy(() => load().then(({ OpenUserMenu }) => ({ default: OpenUserMenu })))

/** Who I am; a menu once it is asked for. Its code comes when nothing else does, also for when there is no network. */
export function UserMenu() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const soon = setTimeout(() => void load().catch(() => undefined), 3000)
    return () => clearTimeout(soon)
  }, [])
  const me = <Me onClick={() => setWanted(true)} />
  if (!wanted) return me
  return (
    <Suspense fallback={me}>
      <OpenUserMenu me={<Me />} />
    </Suspense>
  )
}

function Me(props: ComponentProps<'button'>) {
  const { t } = useTranslation('shell')
  const { account, worker } = useSession()
  const name = worker?.name ?? account.name
  return (
    <button type="button" aria-haspopup="menu" aria-expanded={false} {...props} className={styles.me}>
      <span className={styles.initials} aria-hidden>
        {initials(name)}
      </span>
      <span className={styles.words}>
        {name}
        {worker && <span className={styles.where}>{worker.institutionName}</span>}
      </span>
      <span className="vh">{t('me.menu')}</span>
    </button>
  )
}
