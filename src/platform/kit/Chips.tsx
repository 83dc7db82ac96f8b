import { Check } from 'lucide-react'
import styles from './Chips.module.css'

export { styles as chipLook }

export type ChipsProps<V extends string> = {
  choices: { value: V; label: string }[]
  value: V[]
  /** One was tapped. */
  onTurn: (value: V) => void
  /** In one row on a phone, moved sideways: filters above a list. */
  oneRow?: boolean
}

/** Several of a few, each tapped by itself; in a `fieldset` with its `legend`. */
export function Chips<V extends string>({ choices, value, onTurn, oneRow }: ChipsProps<V>) {
  return (
    <div className={oneRow ? `${styles.chips} ${styles.oneRow}` : styles.chips}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.chip}>
          <input
            type="checkbox"
            checked={value.includes(choice.value)}
            onChange={() => onTurn(choice.value)}
          />
          {value.includes(choice.value) && <Check size={16} aria-hidden />}
          {choice.label}
        </label>
      ))}
    </div>
  )
}
