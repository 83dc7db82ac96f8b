import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { placesStates } from '../contract.ts'
import { directoryApi } from './api.ts'

/** How many places are free, or how long one waits: what its owner says, never counted. */
export function SayPlaces({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('directory')
  const form = useForm(directoryApi.sayPlaces, {
    params: { id },
    start: () => ({
      id: newId(),
      state: null as (typeof placesStates)[number] | null,
      free: '',
      waitDays: '',
      until: null as string | null,
    }),
    body: ({ free, waitDays, until, ...said }) => ({
      ...said,
      ...(said.state === 'free' && { free: free || null }),
      ...(said.state === 'waiting' && { waitDays: waitDays || null }),
      ...(said.state !== 'free' && { until }),
    }),
    onDone,
  })
  const { state } = form.values
  return (
    <Form
      of={form}
      deed={t('say.send')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('say.cancel')}
        </Button>
      }
    >
      <ChoiceCards
        {...form.field('state', t('say.state'), { lack: t('say.stateMissing') })}
        look="rows"
        choices={placesStates.map((value) => ({ value, title: t(`say.${value}`) }))}
      />
      {state === 'free' && (
        <TextField
          {...form.field('free', t('say.number'))}
          hint={t('say.numberHint')}
          inputMode="numeric"
          optional
        />
      )}
      {(state === 'waiting' || state === 'none') && (
        <FieldRow>
          {state === 'waiting' && (
            <TextField {...form.field('waitDays', t('say.waitDays'))} inputMode="numeric" optional />
          )}
          <DateField {...form.field('until', t('say.until'))} min={today()} optional />
        </FieldRow>
      )}
    </Form>
  )
}
