import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { installationMode } from './installationMode.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { PersonChooser } from './PersonChooser.tsx'

/** The door: a made-up person in practice, one's own account in service. Then back to where one was going. */
export function SignInPage() {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const queries = useQueryClient()
  const { back } = useSearch({ strict: false }) as { back?: unknown }
  const enter = () => {
    queries.clear()
    router.navigate({ href: insideOnly(back), replace: true })
  }
  const practice = installationMode() === 'practice'
  return (
    <PageFrame
      narrow
      tab={t('signIn.tab')}
      title={t(practice ? 'signIn.title' : 'signIn.service')}
      sub={t(practice ? 'signIn.practice' : 'signIn.serviceSub')}
    >
      {practice ? <PersonChooser onEnter={enter} /> : <PasswordForm onEnter={enter} />}
    </PageFrame>
  )
}

/** Never leads out of Splot, whatever the address says. */
function insideOnly(back: unknown): string {
  const url = typeof back === 'string' ? URL.parse(back, window.location.origin) : null
  return url?.origin === window.location.origin ? url.pathname + url.search + url.hash : '/'
}
