import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { casesApi } from './api.ts'

type RemindInvitedProps = { caseId: string; memberId: string; name: string | null }

/** Reminds who was invited and is silent, at most once a day. */
export function RemindInvited({ caseId, memberId, name }: RemindInvitedProps) {
  const { t } = useTranslation('cases')
  const remind = useDeed((_: 'remind', key) =>
    casesApi.remindInvited({ params: { id: caseId, memberId }, key }),
  )
  if (remind.done) return <Status kind="ok">{t('remind.done')}</Status>
  if (remind.problem) return <ProblemNotice problem={remind.problem} />
  return (
    <Button
      size="small"
      busy={remind.busy}
      onClick={() => remind.run('remind')}
      aria-label={name ? t('remind.named', { name }) : undefined}
    >
      {t('remind.deed')}
    </Button>
  )
}
