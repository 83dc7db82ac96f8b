import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useDeed } from '../../web/useDeed.ts'
import { PasskeyProblem } from './PasskeyProblem.tsx'
import { enterWithPasskey } from './passkeys.ts'

/** The way in without a password, where this browser knows it. */
export function EnterWithPasskey({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('identity')
  const deed = useDeed<void>(enterWithPasskey, onEnter)
  if (!browserSupportsWebAuthn()) return null
  return (
    <div style={{ marginTop: 24 }}>
      <PasskeyProblem problem={deed.problem} sentence={t('passkeys.notEntered')} />
      <Button icon={KeyRound} busy={deed.busy} onClick={() => deed.run()}>
        {t('passkeys.enter')}
      </Button>
    </div>
  )
}
