import { TextField } from '../../platform/kit/TextField.tsx'
import type { FieldOf } from '../../platform/web/useForm.ts'

/** A small whole number with its unit in the label; only figures can be typed. */
export function NumberField(field: FieldOf<string>) {
  return (
    <TextField
      {...field}
      inputMode="numeric"
      onChange={(typed) => field.onChange(typed.replace(/\D/g, ''))}
    />
  )
}
