import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { contractsApi, type SocialContract } from './api.ts'

type EvaluateActionProps = {
  family: Family
  contract: SocialContract
  action: SocialContract['actions'][number]
}

/** What came of an action; it goes back into part II of the contract. */
export function EvaluateAction(props: EvaluateActionProps) {
  const { t } = useTranslation('contracts')
  const [open, setOpen] = useState(false)
  if (open) return <Evaluate {...props} onDone={() => setOpen(false)} />
  return (
    <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
      {t('evaluate')}
    </Button>
  )
}

function Evaluate({ family, contract, action, onDone }: EvaluateActionProps & { onDone: () => void }) {
  const { t } = useTranslation('contracts')
  const { options } = useCodes()
  const form = useForm(contractsApi.evaluate, {
    params: { id: family.id, contractId: contract.id },
    start: () => ({ id: newId(), result: null as string | null, what: '', on: today() as string | null }),
    body: (values) => ({ ...values, itemId: action.itemId }),
    draft: `contract/${contract.id}/${action.itemId}/result`,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('keepEvaluation')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <SelectField
        {...form.field('result', t('result'), { lack: t('resultMissing') })}
        options={options('contracts.result')}
      />
      <TextField {...form.field('what', t('resultWords'))} />
      <DateField {...form.field('on', t('when'), { lack: t('dayMissing') })} max={today()} />
    </Form>
  )
}
