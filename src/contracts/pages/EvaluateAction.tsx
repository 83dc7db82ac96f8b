import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { contractsApi, type SocialContract } from './api.ts'

/** What came of an action; it goes back into part II of the contract. */
export function EvaluateAction({
  family,
  contract,
  action,
}: {
  family: Family
  contract: SocialContract
  action: SocialContract['actions'][number]
}) {
  const { t } = useTranslation('contracts')
  const { options } = useCodes()
  const [open, setOpen] = useState(false)
  const draft = useFormDraft(`contract/${contract.id}/${action.itemId}/result`, {
    result: null as string | null,
    what: '',
    on: today() as string | null,
  })
  const { values, change } = draft
  const { result, what, on } = values
  const [tried, setTried] = useState(false)
  const [id, setId] = useState(newId)
  const evaluate = useDeed(
    (_: object, key) =>
      contractsApi.evaluate({
        params: { id: family.id, contractId: contract.id },
        body: { id, itemId: action.itemId, result: result!, what, on: on! },
        key,
      }),
    () => {
      draft.clear()
      setOpen(false)
      setId(newId())
    },
  )
  if (!open)
    return (
      <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
        {t('evaluate')}
      </Button>
    )
  return (
    <OldForm
      problem={evaluate.problem}
      onSubmit={() => {
        setTried(true)
        if (result && on) evaluate.run(values)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={evaluate.busy}>
            {t('keepEvaluation')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <SelectField
        label={t('result')}
        options={options('contracts.result')}
        value={result}
        onChange={(chosen) => change({ result: chosen })}
        error={tried && !result && t('resultMissing')}
      />
      <TextField
        label={t('resultWords')}
        optional
        maxLength={2000}
        value={what}
        onChange={(words) => change({ what: words })}
      />
      <DateField
        label={t('when')}
        max={today()}
        value={on}
        onChange={(day) => change({ on: day })}
        error={tried && !on && t('dayMissing')}
      />
    </OldForm>
  )
}
