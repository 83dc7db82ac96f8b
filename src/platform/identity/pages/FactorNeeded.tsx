import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Note } from '../../kit/Note.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { Stack } from '../../kit/Stack.tsx'
import { dayOf } from '../../texts/dates.ts'
import { send } from '../../web/request.ts'
import { useSession } from '../../web/session.ts'
import { useDeed } from '../../web/useDeed.ts'
import { useWords } from '../../web/useWords.ts'
import { MyPasskeys } from './MyPasskeys.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** In place of every page, for whoever must have a second factor by now: why, and the ways to add one. */
function FactorNeeded({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('identity')
  const leave = useDeed(
    () => send('POST', '/api/auth/sign-out', {}),
    () => window.location.assign('/sign-in'),
  )
  return (
    <PageFrame narrow tab={t('needed.title')} title={t('needed.title')} sub={t('needed.missing')}>
      <Stack>
        <MyPasskeys />
        <SecondFactor onCodes={onCodes} />
        <Section heading={t('needed.signOut')}>
          <p style={{ marginBottom: 12 }}>{t('needed.has')}</p>
          <p style={{ marginBottom: 12 }}>{t('needed.lost')}</p>
          <Button busy={leave.busy} onClick={() => leave.run(undefined)}>
            {t('needed.signOut')}
          </Button>
        </Section>
      </Stack>
    </PageFrame>
  )
}

/** Recovery codes are shown once: they stay, though the page behind them opens meanwhile. */
export function useFactorNeeded() {
  const { account } = useSession()
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
  return account.factorMissing ? <FactorNeeded onCodes={setCodes} /> : null
}

/** Says in time that a second factor is needed from a day on. */
export function FactorSoon() {
  const { t } = useTranslation('identity')
  const { longDate } = useWords()
  const { account } = useSession()
  if (!account.factorDue || account.factorMissing) return null
  return (
    <Note>
      {t('needed.soon', { day: longDate(dayOf(account.factorDue)) })}{' '}
      <Button size="small" to="/my-account">
        {t('needed.add')}
      </Button>
    </Note>
  )
}
