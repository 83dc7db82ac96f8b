import { TextInput } from '@mantine/core'
import type { HTMLInputAutoCompleteAttribute } from 'react'
import { type FieldProps, fieldLook, RoomLeft, wrapperOf } from './fields.tsx'

export type TextFieldProps = FieldProps<string> & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
  maxLength?: number
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  type,
  inputMode,
  autoComplete = 'off',
  maxLength,
  ...field
}: TextFieldProps) {
  return (
    <div>
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
      <RoomLeft value={value} maxLength={maxLength} />
    </div>
  )
}
