import { useId } from 'react'
import styles from './fields.module.css'
import { FieldError, type FieldProps } from './fields.tsx'
import tick from './Tick.module.css'

export type CheckboxFieldProps = Omit<FieldProps<boolean>, 'optional'> & {
  /** In a table, whose row and column say it: the label is read aloud only. */
  bare?: boolean
}

/** A yes or nothing; the whole sentence can be tapped. */
export function CheckboxField({
  label,
  hint,
  value,
  onChange,
  error,
  name,
  disabled,
  bare,
}: CheckboxFieldProps) {
  const id = useId()
  return (
    <div>
      <label className={styles.check}>
        <input
          className={tick.tick}
          type="checkbox"
          name={name}
          checked={value}
          disabled={disabled}
          aria-label={bare ? String(label) : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {!bare && (
          <span>
            {label}
            {hint && <span className={styles.hint}>{hint}</span>}
          </span>
        )}
      </label>
      <div id={id}>{error && <FieldError>{error}</FieldError>}</div>
    </div>
  )
}
