import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { timelineApi } from './api.ts'

export type AskForEntryProps = {
  caseId: string
  entryId: string
  /** What became of asking for it, if somebody did. */
  asked: { at: string; answer: 'opened' | 'declined' | 'ended' | null; reason: string | null } | null
}

/** At a locked entry: the coordinator asks its institution to open it, and reads here what it answered. */
export function AskForEntry({ caseId, entryId, asked }: AskForEntryProps) {
  const { t } = useTranslation('timeline')
  const { longDate } = useWords()
  const [asking, setAsking] = useState(false)
  if (asked && asked.answer === null)
    return <span className="muted">{t('locked.asked', { day: longDate(dayOf(asked.at)) })}</span>
  if (asked?.answer === 'ended')
    return <span className="muted">{t('locked.ended', { day: longDate(dayOf(asked.at)) })}</span>
  return (
    <>
      {asked?.reason && <span>{t('locked.declined', { reason: asked.reason })} </span>}
      <Button kind="quiet" size="small" onClick={() => setAsking(true)}>
        {t(asked ? 'locked.askAgain' : 'locked.ask')}
      </Button>
      {asking && <Ask caseId={caseId} entryId={entryId} onClose={() => setAsking(false)} />}
    </>
  )
}

function Ask({ caseId, entryId, onClose }: { caseId: string; entryId: string; onClose: () => void }) {
  const { t } = useTranslation('timeline')
  const form = useForm(timelineApi.askForEntry, {
    params: { id: caseId, entryId },
    start: () => ({ id: newId(), why: '' }),
    draft: `entry/${entryId}/ask`,
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      title={t('locked.title')}
      deed={t('locked.send')}
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>{t('locked.text')}</p>
      <TextArea {...form.field('why', t('locked.why'), { lack: t('locked.lackWhy') })} rows={2} />
    </ConfirmDialog>
  )
}
