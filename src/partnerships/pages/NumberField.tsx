import { TextField } from '../../platform/kit/TextField.tsx'

/** A small whole number with its unit in the label; what is not a number is asked for again by the server. */
export function NumberField({
  value,
  onChange,
  ...field
}: {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}) {
  return (
    <TextField
      {...field}
      inputMode="numeric"
      maxLength={3}
      value={value}
      onChange={(typed) => onChange(typed.replace(/\D/g, ''))}
    />
  )
}
