import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { worklistApi } from './api.ts'
import type { ListedTask } from './TaskList.tsx'

type WhyNotProps = { task: ListedTask; onClose: () => void; onDone: () => void }

export function WhyNot({ task, onClose, onDone }: WhyNotProps) {
  const { t } = useTranslation('worklist')
  const { options } = useCodes()
  const form = useForm(worklistApi.moveTask, {
    params: { id: task.id },
    start: () => ({ state: 'not_done' as const, notDoneReason: null as string | null }),
    onDone,
  })
  return (
    <ConfirmDialog
      open
      title={t('whyNot')}
      deed={t('keepReason')}
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <ChoiceCards
        {...form.field('notDoneReason', task.what, { lack: t('lackReason') })}
        optional={false}
        look="rows"
        choices={options('worklist.not_done_reason').map(({ value, label }) => ({ value, title: label }))}
      />
    </ConfirmDialog>
  )
}
