import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../kit/Note.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { Stack } from '../../kit/Stack.tsx'
import { useSession } from '../../web/session.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { MyPasskeys } from './MyPasskeys.tsx'
import { MySessions } from './MySessions.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** How I prove that it is me, and where I am signed in. */
export function MyAccountPage() {
  const { t } = useTranslation('identity')
  const { account, mode } = useSession()
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <PageFrame narrow tab={t('account.title')} title={t('account.title')} sub={account.name}>
      {/* Recovery codes are shown once and stand alone, so that they print alone. */}
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <Stack>
          {mode === 'practice' ? (
            <Section heading={t('account.signingIn')}>
              <Note>{t('account.practice')}</Note>
            </Section>
          ) : (
            <>
              <MyPasskeys />
              <SecondFactor onCodes={setCodes} />
              <ChangePassword />
            </>
          )}
          <MySessions />
        </Stack>
      )}
    </PageFrame>
  )
}
