import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './ChoiceCards.module.css'
import { FieldError, OptionalMark } from './fields.tsx'

type Choice<V extends string> = { value: V; title: ReactNode; sub?: ReactNode; icon?: LucideIcon }

export type ChoiceCardsProps<V extends string> = {
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  /** Nothing is chosen in advance unless it is a fact. */
  value: V | null
  onChange: (value: V) => void
  choices: Choice<V>[]
  /** `rows`: a hairlined list, for many short reasons. */
  look?: 'cards' | 'rows'
  error?: ReactNode
}

/** One of a few, each big enough for a thumb. */
export function ChoiceCards<V extends string>(props: ChoiceCardsProps<V>) {
  const { label, hint, optional, value, onChange, choices, look = 'cards', error } = props
  const id = useId()
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} aria-invalid={error ? true : undefined}>
      <legend className={styles.legend}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles[look]}>
        {choices.map(({ value: own, title, sub, icon: Icon }) => (
          <label className={styles.option} key={own}>
            <input
              type="radio"
              name={id}
              value={own}
              checked={value === own}
              onChange={() => onChange(own)}
            />
            <span className={styles.words}>
              <span className={styles.title}>{title}</span>
              {sub && <span className={styles.sub}>{sub}</span>}
            </span>
            {Icon && <Icon size={24} aria-hidden style={{ marginLeft: 'auto' }} />}
          </label>
        ))}
      </div>
      {error && (
        <div id={`${id}-error`}>
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}
