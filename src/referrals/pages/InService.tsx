import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { FieldOf } from '../../platform/web/useForm.ts'
import { referralsApi } from './api.ts'

type InServiceProps = {
  service: FieldOf<string | null>
  /** Why it goes before others; without it nobody is gone before: it is put on the list. */
  ahead?: FieldOf<string | null>
  /** How many are before it on the list where that is known. */
  before?: number
}

/** For which service with so many places: one of them is taken, or it is put on that service's list. */
export function InService({ service, ahead, before }: InServiceProps) {
  const { t } = useTranslation('referrals')
  const { entries, label } = useCodes()
  const { data } = useAsk(referralsApi.places, {})
  if (!data || data.services.length === 0) return null
  const chosen = data.services.find(({ id }) => id === service.value)
  return (
    <>
      <SelectField
        {...service}
        hint={t(ahead ? 'inService.hint' : 'inService.hintList')}
        options={data.services.map(({ id, name, total, taken }) => ({
          value: id,
          label: taken === null ? name : t('inService.free', { name, free: Math.max(0, total - taken) }),
        }))}
      />
      {ahead && chosen && (before ?? chosen.waiting ?? 1) > 0 && (
        <ChoiceCards
          {...ahead}
          hint={t('inService.aheadHint')}
          look="rows"
          choices={entries('referrals.reason')
            .filter(({ kind }) => kind === 'ahead')
            .map(({ code }) => ({ value: code, title: label('referrals.reason', code) }))}
        />
      )}
    </>
  )
}
