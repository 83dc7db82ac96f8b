import { useTranslation } from 'react-i18next'
import { hourFromTyping } from '../../institutions/hourFromTyping.ts'
import { Chips } from '../../platform/kit/Chips.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { territoryApi } from '../../territory/pages/api.ts'
import type { Where } from './api.ts'
import styles from './Services.module.css'
import { type Chip, chips, type FiltersOf } from './useFilters.ts'

const labels: Record<Chip, string> = {
  withoutCar: 'list.withoutCar',
  freePlaces: 'list.freePlaces',
  free: 'list.free',
  outsideMyVillage: 'list.outside',
  neutral: 'list.neutral',
}

/** Where nothing is chosen. */
const any = '–'

/** What is needed, for whom and from where; the rest folded. */
export function Filters({ where, of: { filters, change } }: { where: Where; of: FiltersOf }) {
  const { t } = useTranslation('directory')
  const codes = useCodes()
  const localities = useAsk(
    territoryApi.localities,
    { params: { terc: filters.commune ?? '' } },
    { enabled: filters.commune !== null },
  )
  const problems = codes
    .entries('partnerships.problem_kind')
    .filter(({ violence }) => !violence)
    .map(({ code }) => ({ value: code, label: codes.label('partnerships.problem_kind', code) }))
  return (
    <div style={{ display: 'grid', gap: 12, marginBottom: 16 }}>
      <div className={styles.filters}>
        <TextField
          label={t('list.wanted')}
          hint={t('list.wantedHint')}
          type="search"
          value={filters.wanted}
          onChange={(wanted) => change({ wanted })}
          optional={false}
        />
        <SelectField
          label={t('list.group')}
          options={[{ value: any, label: t('list.any') }, ...codes.options('directory.service_group')]}
          value={filters.group ?? any}
          onChange={(group) => change({ group: group === any ? null : group })}
        />
        <SelectField
          label={t('list.problem')}
          options={[{ value: any, label: t('list.anyProblem') }, ...problems]}
          value={filters.problem ?? any}
          onChange={(problem) => change({ problem: problem === any ? null : problem })}
        />
        <SelectField
          label={t('list.targetGroup')}
          options={[{ value: any, label: t('list.anybody') }, ...codes.options('directory.target_group')]}
          value={filters.targetGroup ?? any}
          onChange={(targetGroup) => change({ targetGroup: targetGroup === any ? null : targetGroup })}
        />
        {where.communes.length > 1 && (
          <SelectField
            label={t('list.commune')}
            options={where.communes.map(({ terc, name }) => ({ value: terc, label: name }))}
            value={filters.commune}
            onChange={(commune) => change({ commune, locality: null })}
          />
        )}
        <SelectField
          label={t('list.from')}
          options={[
            { value: any, label: t('list.fromAnywhere') },
            ...[...new Set((localities.data ?? []).map(({ name }) => name))].map((name) => ({
              value: name,
              label: name,
            })),
          ]}
          value={filters.locality ?? any}
          onChange={(locality) => change({ locality: locality === any ? null : locality })}
        />
      </div>
      <fieldset>
        <legend className="vh">{t('list.filters')}</legend>
        <Chips
          oneRow
          choices={chips.map((value) => ({ value, label: t(labels[value]) }))}
          value={filters.chips}
          onTurn={(chip) =>
            change({
              chips: filters.chips.includes(chip)
                ? filters.chips.filter((each) => each !== chip)
                : [...filters.chips, chip],
            })
          }
        />
      </fieldset>
      <Explain question={t('list.more')}>
        <div className={styles.filters}>
          <SelectField
            label={t('list.weekday')}
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
            value={filters.weekday}
            onChange={(weekday) => change({ weekday })}
            optional
          />
          <TextField
            label={t('list.at')}
            hint={t('list.atHint')}
            value={filters.at}
            onChange={(at) => change({ at })}
            error={filters.at.trim() && !hourFromTyping(filters.at) && t('list.atWrong')}
            optional
          />
          {(['leave', 'until'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`list.${name}`)}
              value={filters[name]}
              onChange={(hour) => change({ [name]: hour })}
              error={!hourFromTyping(filters[name]) && t('list.atWrong')}
            />
          ))}
          <TextField
            label={t('list.age')}
            inputMode="numeric"
            value={filters.age}
            onChange={(age) => change({ age })}
            error={filters.age.trim() && !/^\d{1,3}$/.test(filters.age) && t('list.ageWrong')}
            optional
          />
          <SelectField
            label={t('list.language')}
            options={codes.options('directory.language')}
            value={filters.language}
            onChange={(language) => change({ language })}
            optional
          />
        </div>
      </Explain>
    </div>
  )
}
