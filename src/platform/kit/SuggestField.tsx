import { Autocomplete } from '@mantine/core'
import { type FieldProps, listLook, wrapperOf } from './fields.tsx'

export type SuggestFieldProps = FieldProps<string> & {
  /** What may be meant; whatever else is typed stays as it is. */
  suggestions: readonly string[]
}

/** Free text that offers what may be meant while one types, also without Polish letters. */
export function SuggestField({ value, onChange, suggestions, ...field }: SuggestFieldProps) {
  return (
    <Autocomplete
      {...wrapperOf(field)}
      classNames={listLook}
      data={suggestions as string[]}
      value={value}
      onChange={onChange}
      limit={6}
      autoComplete="off"
      filter={({ options, search, limit }) =>
        search.trim().length < 2
          ? []
          : options
              .filter((option) => 'label' in option && plain(option.label).includes(plain(search)))
              .sort((a, b) => Number(begins(b, search)) - Number(begins(a, search)))
              .slice(0, limit)
      }
      comboboxProps={{ shadow: 'md', withinPortal: false }}
    />
  )
}

const begins = (option: object, search: string) =>
  'label' in option && plain(String(option.label)).startsWith(plain(search))

const plain = (text: string) =>
  text.trim().toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
