import { GitMerge } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './ConflictNotice.module.css'

type ConflictField = { field: string; label: ReactNode; mine: ReactNode; theirs: ReactNode }
export type ConflictSide = 'mine' | 'theirs'

export type ConflictNoticeProps = {
  /** Who changed it in the meantime and when: "Paweł Umowny, dziś o 12:20". */
  by: ReactNode
  /** Only fields that differ. */
  fields: ConflictField[]
  /** The person decided, field by field. */
  onDecide: (choice: Record<string, ConflictSide>) => void
  busy?: boolean
}

/** Two people changed the same thing (409): both values side by side, the person decides, nothing is lost. */
export function ConflictNotice({ by, fields, onDecide, busy }: ConflictNoticeProps) {
  const { t } = useTranslation('kit')
  const name = useId()
  const [choice, setChoice] = useState<Record<string, ConflictSide>>({})
  const [asked, setAsked] = useState(false)
  const open = fields.filter(({ field }) => !choice[field])
  const decide = () => (open.length > 0 ? setAsked(true) : onDecide(choice))
  return (
    <section className={styles.notice} aria-labelledby={`${name}-head`}>
      <div className={styles.head} role="alert" id={`${name}-head`}>
        <GitMerge size={20} aria-hidden />
        <div>
          <p className="m">{t('conflict.title')}</p>
          <p className="sm">
            {t('conflict.by')} {by}
          </p>
        </div>
      </div>
      <div className={styles.values}>
        {fields.map(({ field, label, ...values }) => (
          <fieldset className={styles.field} key={field}>
            <legend>{label}</legend>
            <div className={styles.sides}>
              {(['mine', 'theirs'] as const).map((side) => (
                <label className={styles.side} key={side}>
                  <input
                    type="radio"
                    name={`${name}-${field}`}
                    checked={choice[field] === side}
                    onChange={() => setChoice({ ...choice, [field]: side })}
                  />
                  <span>
                    <small>{t(`conflict.${side}`)}</small>
                    <span className={styles.value}>{values[side]}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        {asked && open.length > 0 && (
          <p className="sm late" role="alert">
            {t('conflict.open', { count: open.length })}
          </p>
        )}
        <Button kind="filled" busy={busy ?? false} onClick={decide}>
          {t('conflict.save')}
        </Button>
      </div>
    </section>
  )
}
