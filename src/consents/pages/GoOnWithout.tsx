import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { consentsApi, type JointPerson } from './api.ts'

type GoOnWithoutProps = {
  scopeId: string
  person: JointPerson
  signer: JointPerson['signers'][number]
  onClose: () => void
}

/** Decides, with a reason, that it goes on without a representative whom nobody writes to. */
export function GoOnWithout({ scopeId, person, signer, onClose }: GoOnWithoutProps) {
  const { t } = useTranslation('consents')
  const form = useForm(consentsApi.goOnWithout, {
    params: { id: scopeId },
    start: () => ({ id: newId(), personId: person.personId, representativeId: signer.personId, reason: '' }),
    draft: `case/${scopeId}/without/${person.personId}/${signer.personId}`,
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      title={t('joint.decide.title', { name: signer.name })}
      deed={t('joint.decide.deed')}
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>{t('joint.decide.text')}</p>
      <TextArea
        {...form.field('reason', t('joint.decide.reason'), { lack: t('joint.decide.lackReason') })}
        rows={2}
      />
    </ConfirmDialog>
  )
}
