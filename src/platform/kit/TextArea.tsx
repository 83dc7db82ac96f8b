import { Textarea } from '@mantine/core'
import { type FieldProps, fieldLook, RoomLeft, wrapperOf } from './fields.tsx'

export type TextAreaProps = FieldProps<string> & {
  /** Height at the start; it grows with the text. */
  rows?: number
  /** Longest text in characters; how many are left is said near the end, and what is too much. */
  maxLength?: number
}

/** Text of several lines. */
export function TextArea({ value, onChange, rows = 3, maxLength, ...field }: TextAreaProps) {
  return (
    <div>
      <Textarea
        {...wrapperOf(field)}
        classNames={fieldLook}
        autosize
        minRows={rows}
        maxRows={16}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <RoomLeft value={value} maxLength={maxLength} near={200} />
    </div>
  )
}
