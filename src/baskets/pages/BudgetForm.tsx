import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { basketsApi } from './api.ts'
import { groszeOf, zlotyOf } from './zloty.ts'

type Budget = { amountGrosz: number; from: string; until: string }

/** How much there is for families, and for when. */
export function BudgetForm(props: { partnershipId: string; budget: Budget | null; onDone: () => void }) {
  const { partnershipId, budget, onDone } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'budget' })
  const form = useForm(basketsApi.setFamilyBudget, {
    start: () => ({
      id: newId(),
      amount: zlotyOf(budget?.amountGrosz),
      from: budget?.from ?? null,
      until: budget?.until ?? null,
    }),
    body: ({ amount, ...values }) => ({
      ...values,
      partnershipId,
      amountGrosz: groszeOf(amount) ?? undefined,
    }),
    faults: ({ amount }) => ({ amount: groszeOf(amount) === null && t('amountWrong') }),
    onDone,
  })
  return (
    <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
      <TextField
        {...form.field('amount', t('amountField'), { at: 'amountGrosz', lack: t('amountWrong') })}
        optional={false}
        inputMode="decimal"
      />
      <FieldRow>
        <DateField {...form.field('from', t('from'), { lack: t('dayMissing') })} />
        <DateField {...form.field('until', t('until'), { lack: t('dayMissing') })} />
      </FieldRow>
    </Form>
  )
}
