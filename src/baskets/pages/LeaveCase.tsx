import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { basketsApi } from './api.ts'

/** Who sent a referral takes it out of the case that it joined. */
export function LeaveCase({ caseId, referralId }: { caseId: string; referralId: string }) {
  const { t } = useTranslation('baskets')
  const [leaving, setLeaving] = useState(false)
  const leave = useDeed(
    (_: undefined, key) => basketsApi.leaveReferral({ params: { id: caseId, referralId }, key }),
    () => setLeaving(false),
  )
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setLeaving(true)}>
        {t('joined.leave')}
      </Button>
      <ConfirmDialog
        open={leaving}
        title={t('joined.leaveTitle')}
        deed={t('joined.leave')}
        busy={leave.busy}
        problem={leave.problem}
        onConfirm={() => leave.run(undefined)}
        onClose={() => setLeaving(false)}
      >
        <p>{t('joined.leaveText')}</p>
      </ConfirmDialog>
    </>
  )
}
