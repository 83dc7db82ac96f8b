import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'
import { territoryApi } from '../../territory/pages/api.ts'
import type { Where } from './api.ts'
import { faultOfHours, type PlaceLine, someHours } from './asWritten.ts'

const weekdays = ['1', '2', '3', '4', '5', '6', '7']

/** A place of a service, with its hours by days of the week. */
export function PlaceFields({
  of: { values, change, field },
  where,
  n,
  tried,
  onRemove,
}: {
  of: FieldsOf<PlaceLine>
  where: Where
  n: number
  /** Whether what is wrong is said already. */
  tried: boolean
  onRemove: () => void
}) {
  const { t } = useTranslation('directory')
  const { commune, hours } = values
  const localities = useAsk(
    territoryApi.localities,
    { params: { terc: commune ?? '' } },
    { enabled: commune !== null },
  )
  const communes = [...where.communes, ...where.around].map(({ terc, name }) => ({
    value: terc,
    label: name,
  }))
  return (
    <fieldset style={{ display: 'grid', gap: 12 }}>
      <legend className="m">{t('form.place', { n })}</legend>
      <FieldRow>
        <SelectField
          {...field('commune', t('form.commune'), { lack: t('form.communeMissing') })}
          options={communes}
          onChange={(chosen) => change({ commune: chosen, locality: null })}
        />
        <SelectField
          {...field('locality', t('form.locality'), { lack: t('form.localityMissing') })}
          options={[...new Set((localities.data ?? []).map(({ name }) => name))].map((name) => ({
            value: name,
            label: name,
          }))}
        />
      </FieldRow>
      <FieldRow>
        <TextField {...field('address', t('form.address'))} hint={t('form.addressHint')} />
        <TextField {...field('name', t('form.placeName'))} hint={t('form.placeNameHint')} />
      </FieldRow>
      {hours.map((line, i) => {
        const set = (part: Partial<typeof line>) =>
          change({ hours: hours.map((each, at) => (at === i ? { ...each, ...part } : each)) })
        return (
          <div key={line.id} style={{ display: 'grid', gap: 8 }}>
            <fieldset>
              <legend className="sm m">{t('form.days')}</legend>
              <Chips
                choices={weekdays.map((day) => ({ value: day, label: t(`day.${day}`) }))}
                value={line.days}
                onTurn={(day) =>
                  set({
                    days: line.days.includes(day)
                      ? line.days.filter((each) => each !== day)
                      : [...line.days, day].sort(),
                  })
                }
              />
            </fieldset>
            <FieldRow>
              <TextField
                label={t('form.opens')}
                value={line.opens}
                onChange={(opens) => set({ opens })}
                error={tried && faultOfHours(line, t)}
                optional
              />
              <TextField
                label={t('form.closes')}
                value={line.closes}
                onChange={(closes) => set({ closes })}
                optional
              />
            </FieldRow>
          </div>
        )
      })}
      <p>
        <Button kind="quiet" size="small" onClick={() => change({ hours: [...hours, someHours()] })}>
          {t('form.addHours')}
        </Button>{' '}
        <Button kind="quiet" size="small" onClick={onRemove}>
          {t('form.removePlace')}
        </Button>
      </p>
    </fieldset>
  )
}
