import { TextInput } from '@mantine/core'
import type { HTMLInputAutoCompleteAttribute } from 'react'
import { type FieldProps, fieldLook, wrapperOf } from './fields.tsx'

export type TextFieldProps = FieldProps<string> & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
}

/** One line of text. Nothing of what is pasted is cut off: what is too long is said. */
export function TextField({
  value,
  onChange,
  type,
  inputMode,
  autoComplete = 'off',
  ...field
}: TextFieldProps) {
  return (
    <TextInput
      {...wrapperOf(field)}
      // A field that only narrows a list is neither needed nor optional.
      aria-required={type === 'search' || field.optional ? undefined : true}
      classNames={fieldLook}
      type={type}
      inputMode={inputMode}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
