import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingRows } from '../platform/kit/LoadingRows.tsx'
import { ProblemNotice } from '../platform/kit/ProblemNotice.tsx'
import { Problem, read } from '../platform/kit/request.ts'
import { type Session, SessionContext } from '../platform/kit/session.ts'
import { speak } from '../platform/texts/setup.ts'
import { Frame } from './Frame.tsx'
import { useLive } from './useLive.ts'
import styles from './WorkLayout.module.css'

/** Asks who is here; without an answer there is only the way to sign in. */
export function WorkLayout() {
  const { t } = useTranslation('shell')
  const href = useRouterState({ select: ({ location }) => location.href })
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => read<Session>('/api/session', signal),
    staleTime: 60_000,
    retry: (failures, problem) =>
      !(problem instanceof Problem && problem.status >= 400 && problem.status < 500) && failures < 2,
  })
  const locale = session.data?.locale
  useEffect(() => {
    if (locale) speak(locale)
  }, [locale])

  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <SignedIn />
      </SessionContext>
    )
  }
  if (session.error instanceof Problem && session.error.status === 401) {
    return <Navigate to="/sign-in" search={{ back: href } as never} replace />
  }
  return (
    <main className={styles.waiting}>
      {session.error ? (
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

function SignedIn() {
  useLive()
  const waiting = useQuery({
    queryKey: ['worklist', 'count'],
    queryFn: ({ signal }) => read<{ count: number }>('/api/worklist/count', signal),
    retry: false,
  })
  return (
    <Frame waiting={waiting.data?.count}>
      <Outlet />
    </Frame>
  )
}
