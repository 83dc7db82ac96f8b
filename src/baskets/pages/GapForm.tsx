import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { basketsApi, type Goal } from './api.ts'

/** A need that no service here answers: it counts for the commune, without the family. */
export function GapForm({ family, goal, onDone }: { family: Family; goal: Goal; onDone: () => void }) {
  const { t } = useTranslation('baskets')
  const form = useForm(basketsApi.recordGap, {
    params: { id: family.id },
    start: () => ({ id: newId(), what: '' }),
    body: (values) => ({ ...values, goalId: goal.id }),
    draft: `goal/${goal.id}/gap`,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('recordGap')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <TextField {...form.field('what', t('gapWhat'), { lack: t('gapMissing') })} hint={t('gapHint')} />
    </Form>
  )
}
