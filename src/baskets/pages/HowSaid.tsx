import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { today } from '../../platform/texts/dates.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'

const ways = ['in_person', 'phone', 'meeting', 'written'] as const
export type Said = { how: (typeof ways)[number]; on: string | null }

/** As it is asked: face to face, today. */
export const saidNow = (): Said => ({ how: 'in_person', on: today() })

/** In what way the family said it, and on what day. */
export function HowSaid({ form }: { form: Pick<FieldsOf<Said>, 'field'> }) {
  const { t } = useTranslation('baskets')
  return (
    <FieldRow>
      <SelectField
        {...form.field('how', t('how'))}
        options={ways.map((value) => ({ value, label: t(`hows.${value}`) }))}
      />
      <DateField {...form.field('on', t('when'), { lack: t('dayMissing') })} max={today()} />
    </FieldRow>
  )
}
