import { Check, ChevronDown, X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ChipsField.module.css'
import { FieldError } from './fields.tsx'
import { TextField } from './TextField.tsx'

type Chip = { value: string; label: string /** Other words that people look for. */; also?: string }

export type ChipsFieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** What to type to narrow the list. */
  searchLabel: string
  /** Options by the words people think in; a group opens when it is asked for. */
  groups: {
    key: string
    label: string
    options: Chip[]
    /** What a choice in this group calls for, said right below it. */
    below?: ReactNode
  }[]
  value: string[]
  onChange: (value: string[]) => void
  error?: ReactNode
}

/** Several of many: what is chosen stands on top, the rest is found by typing or by opening a group. */
export function ChipsField({ label, hint, searchLabel, groups, value, onChange, error }: ChipsFieldProps) {
  const { t } = useTranslation('kit')
  const id = useId()
  const [wanted, setWanted] = useState('')
  const all = groups.flatMap((group) => group.options)
  const found = all.filter((option) => plain(`${option.label} ${option.also ?? ''}`).includes(plain(wanted)))
  const turn = (option: string) =>
    onChange(value.includes(option) ? value.filter((each) => each !== option) : [...value, option])
  const chips = (options: Chip[]) => (
    <div className={styles.chips}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input type="checkbox" checked={value.includes(option.value)} onChange={() => turn(option.value)} />
          {value.includes(option.value) && <Check size={16} aria-hidden />}
          {option.label}
        </label>
      ))}
    </div>
  )
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {value.length > 0 && (
        <ul className={`${styles.chips} ${styles.chosen}`} aria-label={t('chips.chosen')}>
          {value.map((option) => {
            const name = all.find((each) => each.value === option)?.label ?? option
            return (
              <li key={option}>
                <button
                  type="button"
                  className={styles.picked}
                  aria-label={t('chips.takeBack', { name })}
                  onClick={() => turn(option)}
                >
                  {name}
                  <X size={16} aria-hidden />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <TextField type="search" label={searchLabel} value={wanted} onChange={setWanted} />
      {wanted.trim() ? (
        <div className={styles.found} aria-live="polite">
          {found.length > 0 ? chips(found) : <p className="sm muted">{t('field.nothing')}</p>}
          {groups.map(({ key, below }) => below && <div key={key}>{below}</div>)}
        </div>
      ) : (
        <div className={styles.groups}>
          {groups.map((group) => {
            const chosen = group.options.filter((option) => value.includes(option.value)).length
            return (
              <details key={group.key} className={styles.group}>
                <summary>
                  {group.label}
                  {chosen > 0 && <span className="sm muted">{t('chips.count', { count: chosen })}</span>}
                  <ChevronDown size={18} aria-hidden />
                </summary>
                {chips(group.options)}
                {group.below && <div className={styles.below}>{group.below}</div>}
              </details>
            )
          })}
        </div>
      )}
      {error && (
        <div id={`${id}-error`}>
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}

/** Without Polish letters and capitals: "dlugi" finds "Długi". */
const plain = (words: string) =>
  words.trim().toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
