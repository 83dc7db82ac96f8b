import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import type { FieldsOf } from '../../platform/web/useForm.ts'
import type { Overview } from './api.ts'

type Fields = {
  socialWorkerId: string | null
  from: string | null
  to: string | null
  reviewOn: string | null
}

/** Who signs a contract for the office, from when to when it holds, and when it is looked at together. */
export function WhoAndWhen<V extends Fields>(props: {
  form: FieldsOf<V>
  workers: Overview['socialWorkers']
}) {
  const { t } = useTranslation('contracts')
  // Fields of a wider form, of which these are some.
  const form = props.form as unknown as FieldsOf<Fields>
  return (
    <>
      <SelectField
        {...form.field('socialWorkerId', t('socialWorker'), {
          lack: t('socialWorkerMissing'),
          said: (id: string) => props.workers.find((each) => each.id === id)?.name,
        })}
        options={props.workers.map((each) => ({ value: each.id, label: each.name }))}
      />
      <FieldRow>
        <DateField {...form.field('from', t('begins'), { lack: t('dayMissing') })} />
        <DateField {...form.field('to', t('ends'), { lack: t('dayMissing') })} />
        <DateField {...form.field('reviewOn', t('reviewOn'), { lack: t('dayMissing') })} />
      </FieldRow>
    </>
  )
}
