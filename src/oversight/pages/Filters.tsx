import { useTranslation } from 'react-i18next'
import { institutionsApi } from '../../institutions/pages/api.ts'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import '../../platform/web/plain.ts'

export type Filter = { worker: string | null; day: string | null; code: string; verb: string | null }
export const noFilter: Filter = { worker: null, day: null, code: '', verb: null }

/** The filter as a query, without what is not asked. */
export const asked = ({ worker, day, code, verb }: Filter) => ({
  ...(worker && { worker }),
  ...(day && { day }),
  ...(code.trim() && { code: code.trim() }),
  ...(verb && { verb }),
})

/** What an officer looks for: the family whose paper somebody holds, somebody's deeds, a day, a kind of deed. */
export function Filters({
  value,
  onChange,
  withVerb,
}: {
  value: Filter
  onChange: (value: Filter) => void
  withVerb?: boolean
}) {
  const { t, i18n } = useTranslation('oversight')
  const mine = useAsk(institutionsApi.mine, {})
  const things: Record<string, string> = Object.assign(
    {},
    ...(i18n.options.ns as string[])
      .filter((slice) => i18n.exists(`${slice}:plain.thing`, { returnObjects: true }))
      .map((slice) => i18n.t(`${slice}:plain.thing`, { returnObjects: true })),
  )
  return (
    <div style={{ display: 'grid', gap: 12, marginBottom: 8 }}>
      <FieldRow>
        <TextField
          label={t('filter.code')}
          optional
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
        />
        <SelectField
          label={t('filter.worker')}
          optional
          options={(mine.data?.workers ?? []).map(({ id, givenName, familyName }) => ({
            value: id,
            label: `${givenName} ${familyName}`,
          }))}
          value={value.worker}
          onChange={(worker) => onChange({ ...value, worker })}
        />
        <DateField
          label={t('filter.day')}
          optional
          max={today()}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
        />
        {withVerb && (
          <SelectField
            label={t('filter.verb')}
            optional
            searchable
            options={Object.entries(things)
              .filter(([code]) => code !== 'other')
              .map(([code, label]) => ({ value: code, label }))
              .sort((a, b) => a.label.localeCompare(b.label, i18n.language))}
            value={value.verb}
            onChange={(verb) => onChange({ ...value, verb })}
          />
        )}
      </FieldRow>
      <p className="sm muted">{t('ask.how')}</p>
    </div>
  )
}
