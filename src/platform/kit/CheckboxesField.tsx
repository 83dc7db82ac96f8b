import { type ReactNode, useId } from 'react'
import { CheckboxField } from './CheckboxField.tsx'
import styles from './ChoiceCards.module.css'
import { FieldError, type FieldProps, OptionalMark } from './fields.tsx'

export type CheckboxesFieldProps<V extends string> = FieldProps<V[]> & {
  choices: { value: V; label: ReactNode; hint?: ReactNode }[]
}

/** Several of a few; all can be seen at once. */
export function CheckboxesField<V extends string>(props: CheckboxesFieldProps<V>) {
  const { label, hint, optional, value, onChange, choices, error } = props
  const id = useId()
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {choices.map((choice) => (
        <CheckboxField
          key={choice.value}
          label={choice.label}
          hint={choice.hint}
          value={value.includes(choice.value)}
          // In the order of the choices, whichever was ticked first.
          onChange={(ticked) =>
            onChange(
              choices
                .map((each) => each.value)
                .filter((each) => (each === choice.value ? ticked : value.includes(each))),
            )
          }
        />
      ))}
      {error && (
        <div id={`${id}-error`}>
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}
