import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { contactsApi } from './api.ts'

type VoidContactProps = { caseId: string; contactId: string; onClose: () => void }

/** Voids a note written by mistake, in the wrong family's file for instance: said why, nobody reads it any more. */
export function VoidContact({ caseId, contactId, onClose }: VoidContactProps) {
  const { t } = useTranslation('contacts')
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const deed = useDeed(
    (body: { because: string }, key) =>
      contactsApi.voidContact({ params: { id: caseId, contactId }, body, key }),
    onClose,
  )
  return (
    <ConfirmDialog
      open
      title={t('contacts.voidTitle')}
      deed={t('contacts.void')}
      danger
      busy={deed.busy}
      onClose={onClose}
      onConfirm={() => {
        setMissing(true)
        if (because.trim().length > 1) deed.run({ because })
      }}
    >
      <p>{t('contacts.voidText')}</p>
      <TextField
        label={t('contacts.voidBecause')}
        value={because}
        onChange={setBecause}
        maxLength={500}
        error={missing && because.trim().length < 2 && t('lack.reason')}
      />
      <ProblemNotice problem={deed.problem} />
    </ConfirmDialog>
  )
}
