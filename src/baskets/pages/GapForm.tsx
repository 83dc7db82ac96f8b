import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { basketsApi, type Goal } from './api.ts'

/** A need that no service here answers: it counts for the commune, without the family. */
export function GapForm({ family, goal, onDone }: { family: Family; goal: Goal; onDone: () => void }) {
  const { t } = useTranslation('baskets')
  const draft = useFormDraft(`goal/${goal.id}/gap`, { what: '' })
  const { what } = draft.values
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const record = useDeed(
    (words: string, key) =>
      basketsApi.recordGap({ params: { id: family.id }, body: { id, goalId: goal.id, what: words }, key }),
    () => {
      draft.clear()
      onDone()
    },
  )
  return (
    <OldForm
      problem={record.problem}
      onSubmit={() => {
        setTried(true)
        if (what.trim().length > 1) record.run(what)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={record.busy}>
            {t('recordGap')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <TextField
        label={t('gapWhat')}
        hint={t('gapHint')}
        maxLength={500}
        value={what}
        onChange={(words) => draft.change({ what: words })}
        error={tried && what.trim().length < 2 && t('gapMissing')}
      />
    </OldForm>
  )
}
