import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Point, type Referral, referralsApi } from './api.ts'

type WithdrawProps = { referral: Referral; points: Point[]; onDone: () => void }

/** Takes back what was asked, with a reason. */
export function Withdraw({ referral, points, onDone }: WithdrawProps) {
  const { t } = useTranslation('referrals')
  const { entries, label } = useCodes()
  const form = useForm(referralsApi.withdraw, {
    params: { id: referral.id },
    start: () => ({
      points: points.length === 1 ? [points[0]!.id] : [],
      reason: null as string | null,
    }),
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('withdraw.deed')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <CheckboxesField
        {...form.field('points', t('withdraw.title'), { lack: t('withdraw.pointsMissing') })}
        hint={t('withdraw.hint')}
        choices={points.map(({ id, what }) => ({ value: id, label: what }))}
      />
      <ChoiceCards
        {...form.field('reason', t('withdraw.reason'), { lack: t('withdraw.reasonMissing') })}
        look="rows"
        choices={entries('referrals.reason')
          .filter(({ kind }) => kind === 'withdraw')
          .map(({ code }) => ({ value: code, title: label('referrals.reason', code) }))}
      />
    </Form>
  )
}
