import { MultiSelect } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FieldProps, pillLook, wrapperOf } from './fields.tsx'
import { inGroups, type SelectOption } from './SelectField.tsx'

export type MultiSelectFieldProps = FieldProps<string[]> & { options: readonly SelectOption[] }

/** Several of a list. */
export function MultiSelectField({ value, onChange, options, ...field }: MultiSelectFieldProps) {
  const { t } = useTranslation('kit')
  return (
    <MultiSelect
      {...wrapperOf(field)}
      classNames={pillLook}
      data={inGroups(options)}
      value={value}
      onChange={onChange}
      searchable
      openOnFocus={false}
      hidePickedOptions
      nothingFoundMessage={t('field.nothing')}
      placeholder={value.length === 0 ? t('field.chooseSome') : undefined}
      rightSection={<ChevronDown size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      comboboxProps={{ shadow: 'md', withinPortal: false }}
    />
  )
}
