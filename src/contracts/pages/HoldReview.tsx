import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { Course } from './Actions.tsx'
import { contractsApi, type Overview, type SocialContract } from './api.ts'
import { nextReview } from './nextReview.ts'

/** Records the review that was held, and when the next one is; where none waits, plans one. */
export function HoldReview({
  family,
  reviews,
  contract,
}: {
  family: Family
  reviews: Overview['reviews']
  contract: SocialContract
}) {
  const { t } = useTranslation('contracts')
  const due = reviews.find((review) => review.contractId === contract.id && !review.heldOn)
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (!open) return <Button onClick={() => setOpen(true)}>{t(due ? 'holdReview' : 'planReview')}</Button>
  if (!due) return <PlanForm family={family} contract={contract} onDone={close} />
  return <ReviewForm family={family} reviewId={due.id} contract={contract} onDone={close} />
}

/** A review that was left out when the one before was written down. */
function PlanForm({ family, contract, onDone }: Omit<ReviewFormProps, 'reviewId'>) {
  const { t } = useTranslation('contracts')
  const form = useForm(contractsApi.planReview, {
    params: { id: family.id, contractId: contract.id },
    start: () => ({ id: newId(), due: nextReview(contract.to) }),
    draft: `contract/${contract.id}/next-review`,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('planReview')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <DateField
        {...form.field('due', t('planReviewOn'), { lack: t('dayMissing') })}
        min={today()}
        max={contract.to}
      />
    </Form>
  )
}

type ReviewFormProps = { family: Family; reviewId: string; contract: SocialContract; onDone: () => void }

function ReviewForm({ family, reviewId, contract, onDone }: ReviewFormProps) {
  const { t } = useTranslation('contracts')
  const form = useForm(contractsApi.holdReview, {
    params: { id: family.id, reviewId },
    start: () => ({
      heldOn: today() as string | null,
      summary: '',
      nextId: newId(),
      nextOn: nextReview(contract.to),
    }),
    body: ({ nextId, ...values }) => ({ ...values, nextId: values.nextOn && nextId }),
    draft: `case/${family.id}/review`,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('keepReview')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <HowItWent contract={contract} />
      <DateField {...form.field('heldOn', t('heldOn'), { lack: t('dayMissing') })} max={today()} />
      <TextArea {...form.field('summary', t('summary'), { lack: t('summaryMissing') })} rows={3} />
      <DateField {...form.field('nextOn', t('nextOn'))} hint={t('nextOnHint')} min={today()} />
    </Form>
  )
}

/** What is known of each action, so that one speaks of all of them. */
function HowItWent({ contract }: { contract: SocialContract }) {
  const { t } = useTranslation('contracts')
  return (
    <Rows onLinen label={t('howItWent')}>
      {contract.actions.map((action) => (
        <Row
          key={action.itemId}
          title={action.what}
          sub={action.evaluations.length || action.progress ? <Course action={action} /> : t('nobodySaid')}
        />
      ))}
    </Rows>
  )
}
