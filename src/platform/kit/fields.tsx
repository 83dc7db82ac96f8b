import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'

/** What every field of a form has. */
export type FieldProps<V> = {
  label: ReactNode
  /** What to write and what for; placeholder text is never a label. */
  hint?: ReactNode
  /** Marked in words: what is not marked is needed. */
  optional?: boolean
  value: V
  onChange: (value: V) => void
  /** What to do to get it right: "Podaj dzień od dziś do 31 grudnia". */
  error?: ReactNode
  name?: string
  disabled?: boolean
}

export function OptionalMark() {
  const { t } = useTranslation('kit')
  return <span className={styles.optional}> ({t('field.optional')})</span>
}

export function FieldError({ children }: { children: ReactNode }) {
  return (
    <span className={styles.error} role="alert" data-field-error>
      <CircleAlert size={16} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

/** The parts that Mantine's inputs share, from a field's props. */
export function wrapperOf({
  label,
  hint,
  optional,
  error,
  name,
  disabled,
}: Omit<FieldProps<never>, 'value' | 'onChange'>) {
  return {
    label: (
      <>
        {label}
        {optional && <OptionalMark />}
      </>
    ),
    description: hint,
    error: error ? <FieldError>{error}</FieldError> : undefined,
    name,
    disabled,
    'aria-required': optional ? undefined : true,
    withAsterisk: false,
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as (
      | 'label'
      | 'description'
      | 'input'
      | 'error'
    )[],
  }
}

export const fieldLook = { label: styles.label!, description: styles.hint!, input: styles.input! }
export const listLook = { ...fieldLook, dropdown: styles.dropdown!, option: styles.option! }
export const dayLook = {
  ...listLook,
  day: styles.chosen!,
  monthsListControl: styles.chosen!,
  yearsListControl: styles.chosen!,
}
export const pillLook = { ...listLook, pill: styles.pill!, inputField: styles.typing! }
