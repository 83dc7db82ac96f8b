import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EnterWithPasskey } from '../platform/identity/pages/EnterWithPasskey.tsx'
import { Button } from '../platform/kit/Button.tsx'
import { Note } from '../platform/kit/Note.tsx'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { type Address, told } from '../platform/web/address.ts'
import { draftsWait } from '../platform/web/draftsHere.ts'
import { useAsked, useGo } from '../platform/web/place.ts'
import { openedForNobody } from '../platform/web/session.ts'
import { installationMode } from './installationMode.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { PersonChooser } from './PersonChooser.tsx'

/** The door: a made-up person in practice, one's own account in service. Then back to where one was going. */
export function SignInPage() {
  const { t } = useTranslation('shell')
  const go = useGo()
  const queries = useQueryClient()
  const back = useAsked('back')
  const enter = () => {
    queries.clear()
    openedForNobody()
    go(insideOnly(back), true)
  }
  const practice = installationMode() === 'practice'
  return (
    <PageFrame
      narrow
      tab={t('signIn.tab')}
      title={t(practice ? 'signIn.title' : 'signIn.service')}
      sub={t(practice ? 'signIn.practice' : 'signIn.serviceSub')}
    >
      {back && draftsWait() && <Note>{t('signIn.textWaits')}</Note>}
      {practice ? (
        <PersonChooser onEnter={enter} />
      ) : (
        <>
          <PasswordForm onEnter={enter} />
          <EnterWithPasskey onEnter={enter} />
        </>
      )}
      <p>
        <Button kind="quiet" to="/public/services">
          {t('signIn.services')}
        </Button>
      </p>
    </PageFrame>
  )
}

/** Never leads out of Splot, whatever the address says. */
function insideOnly(back = '/'): Address {
  const here = window.location.origin
  if (!URL.canParse(back, here)) return '/'
  const url = new URL(back, here)
  return url.origin === here ? told(url.pathname + url.search + url.hash) : '/'
}
