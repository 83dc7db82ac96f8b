import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsApi, type Item } from './api.ts'
import { groszeOf } from './zloty.ts'

/** What was paid for an item, and who wrote it down. */
export function Payments({ caseId, item, may }: { caseId: string; item: Item; may: boolean }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'payments' })
  const { longDate, money } = useWords()
  const back = useDeed((paymentId: string, key) =>
    basketsApi.takePaymentBack({ params: { id: caseId, itemId: item.id, paymentId }, key }),
  )
  if (!item.payments.length) return null
  return (
    <ul className="sm">
      {item.payments.map(({ id, amountGrosz, paidOn, by }) => (
        <li key={id}>
          {t('paid', { sum: money(amountGrosz / 100), day: longDate(paidOn), by })}{' '}
          {may && (
            <Button
              size="small"
              kind="quiet"
              busy={back.busy && back.trying === id}
              onClick={() => back.run(id)}
            >
              {t('takeBack')}
            </Button>
          )}
        </li>
      ))}
      {back.problem ? <ProblemNotice problem={back.problem} /> : null}
    </ul>
  )
}

/** Writes a payment down. */
export function PaymentForm({ caseId, item, onDone }: { caseId: string; item: Item; onDone: () => void }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'payments' })
  const form = useForm(basketsApi.enterPayment, {
    params: { id: caseId, itemId: item.id },
    start: () => ({ id: newId(), amount: '', paidOn: today() as string | null }),
    body: ({ amount, ...values }) => ({ ...values, amountGrosz: groszeOf(amount) ?? undefined }),
    faults: ({ amount }) => ({ amount: !groszeOf(amount) && t('amountWrong') }),
    onDone,
  })
  return (
    <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
      <FieldRow>
        <TextField
          {...form.field('amount', t('amount'), { at: 'amountGrosz', lack: t('amountWrong') })}
          optional={false}
          inputMode="decimal"
        />
        <DateField {...form.field('paidOn', t('paidOn'))} max={today()} />
      </FieldRow>
    </Form>
  )
}
