import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { type Meeting, meetingsApi } from './api.ts'

/** Calls a meeting off, with a reason; whoever was to come gets a letter. */
export function CallOff({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const [open, setOpen] = useState(false)
  const form = useForm(meetingsApi.cancel, {
    params: { id: meeting.id },
    start: () => ({ because: '' }),
    onDone: () => setOpen(false),
  })
  return (
    <p>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('off.deed')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('off.title')}
        deed={t('off.deed')}
        danger
        busy={form.busy}
        problem={form.problem}
        onClose={() => setOpen(false)}
        onConfirm={form.submit}
      >
        <p>{t('off.text')}</p>
        <TextField {...form.field('because', t('off.because'), { lack: t('off.lack') })} />
      </ConfirmDialog>
    </p>
  )
}
