import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { Stack } from '../../kit/Stack.tsx'
import { useSession } from '../../web/session.ts'
import { signOut } from '../../web/signOut.ts'
import { useDeed } from '../../web/useDeed.ts'
import { useRead } from '../../web/useRead.ts'
import { EnterWithPasskey } from './EnterWithPasskey.tsx'
import { MyPasskeys } from './MyPasskeys.tsx'
import { SecondFactor } from './SecondFactor.tsx'

export { RecoveryCodes } from './RecoveryCodes.tsx'

/** In place of every page, for whoever must have a second factor by now: why, and the ways to add one; who has one shows it. */
export function FactorMissing({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('identity')
  const { account } = useSession()
  const has = account.hasFactor
  const leave = useDeed<void>(signOut, () => window.location.assign('/sign-in'))
  return (
    <PageFrame
      narrow
      tab={t('needed.title')}
      title={t(has ? 'needed.showIt' : 'needed.title')}
      sub={t(has ? 'needed.has' : 'needed.missing')}
    >
      <Stack>
        {has && <ShowPasskey />}
        {!has && <MyPasskeys />}
        {!has && <SecondFactor onCodes={onCodes} />}
        <Section heading={t('needed.signOut')}>
          <p style={{ marginBottom: 12 }}>{t('needed.lost')}</p>
          <Button busy={leave.busy} onClick={() => leave.run()}>
            {t('needed.signOut')}
          </Button>
        </Section>
      </Stack>
    </PageFrame>
  )
}

/** A passkey is shown on the spot; whoever has codes alone signs in anew. */
function ShowPasskey() {
  const queries = useQueryClient()
  const { data } = useRead<unknown[]>('/api/auth/passkey/list-user-passkeys')
  return data?.length ? <EnterWithPasskey onEnter={() => queries.invalidateQueries()} /> : null
}
