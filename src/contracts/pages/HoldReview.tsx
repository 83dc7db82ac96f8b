import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { contractsApi, type Overview } from './api.ts'

/** Records the review that was held, and when the next one is. */
export function HoldReview({ family, reviews }: { family: Family; reviews: Overview['reviews'] }) {
  const { t } = useTranslation('contracts')
  const due = reviews.find((review) => !review.heldOn)
  const [open, setOpen] = useState(false)
  const draft = useFormDraft(`case/${family.id}/review`, {
    heldOn: today() as string | null,
    summary: '',
    nextOn: null as string | null,
  })
  const { values, change } = draft
  const [tried, setTried] = useState(false)
  const hold = useDeed(
    (_: object, key) =>
      contractsApi.holdReview({
        params: { id: family.id, reviewId: due!.id },
        body: {
          heldOn: values.heldOn!,
          summary: values.summary,
          ...(values.nextOn && { nextId: newId(), nextOn: values.nextOn }),
        },
        key,
      }),
    () => {
      draft.clear()
      setOpen(false)
    },
  )
  if (!due) return null
  if (!open) return <Button onClick={() => setOpen(true)}>{t('holdReview')}</Button>
  return (
    <OldForm
      problem={hold.problem}
      onSubmit={() => {
        setTried(true)
        if (values.heldOn && values.summary.trim().length > 1) hold.run(values)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={hold.busy}>
            {t('keepReview')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <DateField
        label={t('heldOn')}
        max={today()}
        value={values.heldOn}
        onChange={(heldOn) => change({ heldOn })}
        error={tried && !values.heldOn && t('dayMissing')}
      />
      <TextArea
        label={t('summary')}
        rows={3}
        maxLength={4000}
        value={values.summary}
        onChange={(summary) => change({ summary })}
        error={tried && values.summary.trim().length < 2 && t('summaryMissing')}
      />
      <DateField
        label={t('nextOn')}
        optional
        min={today()}
        value={values.nextOn}
        onChange={(nextOn) => change({ nextOn })}
      />
    </OldForm>
  )
}
