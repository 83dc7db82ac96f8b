import { Select } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FieldProps, listLook, wrapperOf } from './fields.tsx'

/** Options of one `group` stand together under its name. */
export type SelectOption = { value: string; label: string; group?: string }

export type SelectFieldProps<V extends string | null> = FieldProps<V> & {
  options: readonly SelectOption[]
  /** With many options one may type; on by default above ten. */
  searchable?: boolean
}

/** One of a list. */
export function SelectField<V extends string | null>({
  value,
  onChange,
  options,
  searchable = options.length > 10,
  ...field
}: SelectFieldProps<V>) {
  const { t } = useTranslation('kit')
  return (
    <Select
      {...wrapperOf(field)}
      classNames={listLook}
      data={inGroups(options)}
      value={value}
      // Nothing is chosen only where the field is optional.
      onChange={(chosen) => onChange(chosen as V)}
      searchable={searchable}
      openOnFocus={false}
      clearable={field.optional ?? false}
      clearButtonProps={{ 'aria-label': t('field.clear'), size: 'md' }}
      allowDeselect={field.optional ?? false}
      nothingFoundMessage={t('field.nothing')}
      placeholder={t('field.choose')}
      rightSection={<ChevronDown size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      withCheckIcon={false}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
    />
  )
}

/** Options under the names of their groups. */
export const inGroups = (options: readonly SelectOption[]) =>
  options.some(({ group }) => group)
    ? [...Map.groupBy(options, ({ group }) => group ?? '')].map(([group, items]) => ({
        group,
        // One that names its group would itself be taken for a group.
        items: items.map(({ value, label }) => ({ value, label })),
      }))
    : [...options]
