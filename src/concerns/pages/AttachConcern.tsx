import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { concernsApi } from './api.ts'
import type { Concern } from './ConcernPage.tsx'
import type { OpenCase } from './KnownPeople.tsx'

type AttachConcernProps = {
  concern: Concern
  openCase: OpenCase
  onAttached: () => void
  onClose: () => void
}

/** Somebody works with this family already: the concern goes to them, and no second case is opened. */
export function AttachConcern({ concern, openCase, onAttached, onClose }: AttachConcernProps) {
  const { t } = useTranslation('concerns')
  const attach = useDeed(
    (body: { caseId: string }, key) => concernsApi.attachConcern({ params: { id: concern.id }, body, key }),
    onAttached,
  )
  return (
    <ConfirmDialog
      open
      title={t('attach.title', { label: openCase.label, code: openCase.code })}
      deed={t('attach.deed')}
      busy={attach.busy}
      problem={attach.problem}
      onClose={onClose}
      onConfirm={() => attach.run({ caseId: openCase.caseId })}
    >
      <p>{t(concern.violence ? 'attach.textViolence' : 'attach.text')}</p>
    </ConfirmDialog>
  )
}
