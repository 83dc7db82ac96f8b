import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FactorSoon, useFactorNeeded } from '../platform/identity/pages/FactorNeeded.tsx'
import { LoadingRows } from '../platform/kit/LoadingRows.tsx'
import { ProblemNotice } from '../platform/kit/ProblemNotice.tsx'
import { Problem } from '../platform/web/request.ts'
import { openedFor, type Session, SessionContext, sessionPath } from '../platform/web/session.ts'
import { speak } from '../platform/web/texts.ts'
import { useOtherJobs } from '../platform/web/useOtherJobs.ts'
import { useRead } from '../platform/web/useRead.ts'
import { Frame, TableFrame } from './Frame.tsx'
import { OtherJob } from './OtherJob.tsx'
import { useLive } from './useLive.ts'
import styles from './WorkLayout.module.css'

/** Asks who is here; without an answer there is only the way to sign in. */
export function WorkLayout({ atTable = false }: { atTable?: boolean }) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const session = useRead<Session>(sessionPath, { staleTime: 60_000 })
  const signedOut = session.error instanceof Problem && session.error.status === 401
  useEffect(() => {
    if (!signedOut) return
    const back = router.state.location.href
    router.navigate({ to: '/sign-in', search: { back } as never, replace: true })
  }, [signedOut, router])
  const locale = session.data?.locale
  useEffect(() => {
    if (locale) speak(locale)
  }, [locale])

  if (session.data && !signedOut) {
    const worker = openedFor(session.data)
    return (
      <SessionContext value={{ ...session.data, worker: worker ?? null }}>
        {atTable ? <AtTable now={session.data} /> : <SignedIn now={session.data} />}
      </SessionContext>
    )
  }
  return (
    <main className={styles.waiting}>
      {session.error && !signedOut ? (
        <>
          <h1>{t('session.failed')}</h1>
          <ProblemNotice problem={session.error} onRetry={() => session.refetch()} />
        </>
      ) : (
        <>
          <p className="vh">{t('session.loading')}</p>
          <LoadingRows />
        </>
      )}
    </main>
  )
}

function AtTable({ now }: { now: Session }) {
  useLive(!now.account.factorMissing)
  const needed = useFactorNeeded()
  return <TableFrame otherwise={<OtherJob now={now} />}>{needed ?? <Outlet />}</TableFrame>
}

function SignedIn({ now }: { now: Session }) {
  useLive(!now.account.factorMissing)
  const needed = useFactorNeeded()
  const waiting = useRead<{ count: number; urgent: number }>('/api/day/count', { retry: false })
  const elsewhere = useOtherJobs<{ count: number; urgent: number }>('/api/day/count')
  const sum = (what: 'count' | 'urgent') =>
    waiting.data && elsewhere.reduce((all, { answer }) => all + answer[what], waiting.data[what])
  return (
    <Frame waiting={sum('count')} urgent={sum('urgent')} otherwise={<OtherJob now={now} />}>
      {needed ?? (
        <>
          <FactorSoon />
          <Outlet />
        </>
      )}
    </Frame>
  )
}
