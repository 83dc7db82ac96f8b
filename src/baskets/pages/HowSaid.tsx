import { useTranslation } from 'react-i18next'
import { Chips } from '../../platform/kit/Chips.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { today } from '../../platform/texts/dates.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'

const ways = ['in_person', 'phone', 'meeting', 'written'] as const
export type Said = { how: (typeof ways)[number]; on: string | null; saidBy: string[] }

/** As it is asked: face to face, today. */
export const saidNow = (): Said => ({ how: 'in_person', on: today(), saidBy: [] })

type HowSaidProps = {
  form: Pick<FieldsOf<Said>, 'field' | 'values' | 'change'>
  /** Who of the household may have said it. */
  people: { id: string; name: string }[]
}

/** Who of the family said it, if that is known; in what way, and on what day. */
export function HowSaid({ form, people }: HowSaidProps) {
  const { t } = useTranslation('baskets')
  const { saidBy } = form.values
  const turn = (id: string) =>
    form.change({ saidBy: saidBy.includes(id) ? saidBy.filter((each) => each !== id) : [...saidBy, id] })
  return (
    <>
      {people.length > 1 && (
        <fieldset>
          <legend className="sm m">{t('saidBy')}</legend>
          <Chips
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={saidBy}
            onTurn={turn}
          />
        </fieldset>
      )}
      <FieldRow>
        <SelectField
          {...form.field('how', t('how'))}
          options={ways.map((value) => ({ value, label: t(`hows.${value}`) }))}
        />
        <DateField {...form.field('on', t('when'), { lack: t('dayMissing') })} max={today()} />
      </FieldRow>
    </>
  )
}
