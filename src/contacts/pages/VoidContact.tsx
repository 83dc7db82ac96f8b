import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { contactsApi } from './api.ts'

type VoidContactProps = { caseId: string; contactId: string; onClose: () => void }

/** Voids a note written by mistake, in the wrong family's file for instance: said why, nobody reads it any more. */
export function VoidContact({ caseId, contactId, onClose }: VoidContactProps) {
  const { t } = useTranslation('contacts')
  const form = useForm(contactsApi.voidContact, {
    params: { id: caseId, contactId },
    start: () => ({ because: '' }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      title={t('contacts.voidTitle')}
      deed={t('contacts.void')}
      danger
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>{t('contacts.voidText')}</p>
      <TextField {...form.field('because', t('contacts.voidBecause'), { lack: t('lack.reason') })} />
    </ConfirmDialog>
  )
}
