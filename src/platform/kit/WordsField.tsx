import { ChevronDown, X } from 'lucide-react'
import { type ReactNode, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chips, chipLook } from './Chips.tsx'
import { Explain } from './Explain.tsx'
import { FieldError } from './fields.tsx'
import { speaksOf } from './speaksOf.ts'
import { TextArea } from './TextArea.tsx'
import styles from './WordsField.module.css'

type Kind = { value: string; label: string /** Other words for it, each after a comma. */; also?: string }

export type WordsFieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** What the person tells, in their own words. */
  words: string
  onWords: (words: string) => void
  maxLength: number
  /** All kinds, by the words people think in; shown when they are asked for. */
  groups: {
    key: string
    label: string
    options: Kind[]
    /** What a chosen kind of this group calls for, said right below. */
    below?: ReactNode
  }[]
  value: string[]
  onChange: (value: string[]) => void
  /** What is missing in the words, and among the kinds. */
  error?: ReactNode
  kindsError?: ReactNode
}

const most = 8

/** One question answered in own words; the kinds that the words speak of are offered to be tapped, the rest is a list. */
export function WordsField({
  label,
  hint,
  words,
  onWords,
  maxLength,
  groups,
  value,
  onChange,
  error,
  kindsError,
}: WordsFieldProps) {
  const { t } = useTranslation('kit')
  const id = useId()
  const all = groups.flatMap((group) => group.options)
  const heard = useMemo(
    () => all.filter((kind) => speaksOf(words, `${kind.label}, ${kind.also ?? ''}`)),
    [words, all],
  )
  // A kind that is tapped stays where it is: nothing slips away under a finger, and the focus is kept.
  const offered = heard.slice(0, most)
  const others = value.filter((kind) => !offered.some((each) => each.value === kind))
  const turn = (kind: string) =>
    onChange(value.includes(kind) ? value.filter((each) => each !== kind) : [...value, kind])
  const chips = (kinds: Kind[]) => <Chips choices={kinds} value={value} onTurn={turn} />
  return (
    <div>
      <TextArea
        label={label}
        hint={hint}
        value={words}
        onChange={onWords}
        maxLength={maxLength}
        error={error}
      />
      <fieldset className={styles.kinds} aria-describedby={kindsError ? `${id}-error` : undefined}>
        <legend className="vh">{t('words.kinds')}</legend>
        {others.length > 0 && (
          <ul className={chipLook.chips} aria-label={t('words.chosen')}>
            {others.map((kind) => {
              const name = all.find((each) => each.value === kind)?.label ?? kind
              return (
                <li key={kind}>
                  <button
                    type="button"
                    className={`${chipLook.chip} ${chipLook.picked}`}
                    aria-label={t('words.takeBack', { name })}
                    onClick={() => turn(kind)}
                  >
                    {name}
                    <X size={16} aria-hidden />
                  </button>
                </li>
              )
            })}
          </ul>
        )}
        <div aria-live="polite">
          {offered.length > 0 && (
            <>
              <p className={styles.heard}>{t('words.heard')}</p>
              {chips(offered)}
            </>
          )}
        </div>
        {groups.map(({ key, below }) => below && <div key={key}>{below}</div>)}
        {kindsError && (
          <div id={`${id}-error`}>
            <FieldError>{kindsError}</FieldError>
          </div>
        )}
        <Explain question={t('words.all')}>
          <div className={styles.groups}>
            {groups.map((group) => {
              const chosen = group.options.filter((kind) => value.includes(kind.value)).length
              return (
                <details key={group.key} className={styles.group}>
                  <summary>
                    {group.label}
                    {chosen > 0 && <span className="sm muted">{t('words.count', { count: chosen })}</span>}
                    <ChevronDown size={18} aria-hidden />
                  </summary>
                  <div className={styles.among}>{chips(group.options)}</div>
                </details>
              )
            })}
          </div>
        </Explain>
      </fieldset>
    </div>
  )
}
