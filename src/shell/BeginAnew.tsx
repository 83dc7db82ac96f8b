import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { ConfirmDialog } from '../platform/kit/ConfirmDialog.tsx'
import { Note } from '../platform/kit/Note.tsx'
import { forgetDrafts } from '../platform/web/draftsHere.ts'
import { Problem, send } from '../platform/web/request.ts'

/** Practice mode: everything goes back to where it was, for whoever practises next. */
export function BeginAnew() {
  const { t } = useTranslation('shell')
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  // A database on a server of its own is not ours to empty: there the deed does not exist.
  const elsewhere = problem instanceof Problem && problem.status === 404
  const begin = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await send('POST', '/api/practice/begin-anew', {})
      forgetDrafts()
      window.location.assign('/sign-in')
    } catch (thrown) {
      setProblem(thrown)
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="quiet" icon={RotateCcw} onClick={() => setAsks(true)}>
        {t('signIn.begin')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('signIn.beginAsk')}
        deed={t('signIn.begin')}
        danger
        busy={busy}
        problem={elsewhere ? null : problem}
        onConfirm={begin}
        onClose={() => setAsks(false)}
      >
        <p>{t('signIn.beginMeans')}</p>
        <p>{t('signIn.beginTakes')}</p>
        {elsewhere && <Note>{t('signIn.beginElsewhere')}</Note>}
      </ConfirmDialog>
    </>
  )
}
