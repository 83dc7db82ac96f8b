import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { LoadingRows } from '../../kit/LoadingRows.tsx'
import { Note } from '../../kit/Note.tsx'
import { dayOf } from '../../texts/dates.ts'
import { useSession } from '../../web/session.ts'
import { useWords } from '../../web/useWords.ts'

// Few ever need these, and never more than once, so they are no part of everybody's first screen. They come together:
// who got codes must see them, whatever the line does meanwhile.
const FactorMissing = lazy(() =>
  import('./FactorMissing.tsx').then(({ FactorMissing }) => ({ default: FactorMissing })),
)
const RecoveryCodes = lazy(() =>
  import('./FactorMissing.tsx').then(({ RecoveryCodes }) => ({ default: RecoveryCodes })),
)

/** Recovery codes are shown once: they stay, though the page behind them opens meanwhile. */
export function useFactorNeeded() {
  const { account } = useSession()
  const [codes, setCodes] = useState<string[] | null>(null)
  if (!codes && !account.factorMissing) return null
  return (
    <Suspense fallback={<LoadingRows />}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <FactorMissing onCodes={setCodes} />
      )}
    </Suspense>
  )
}

/** Says in time that a second factor is needed from a day on. */
export function FactorSoon() {
  const { t } = useTranslation('identity', { keyPrefix: 'needed' })
  const { longDate } = useWords()
  const { account } = useSession()
  if (!account.factorDue || account.factorMissing) return null
  return (
    <Note>
      {t('soon', { day: longDate(dayOf(account.factorDue)) })}{' '}
      <Button size="small" to="/my-account">
        {t('add')}
      </Button>
    </Note>
  )
}
