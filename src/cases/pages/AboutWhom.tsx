import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import type { FieldOf } from '../../platform/web/useForm.ts'
import styles from './AboutWhom.module.css'
import { type OpenClass, WillRead } from './ReadBy.tsx'
import { aboutOf, type ByDefault, type Whom, type WhomWritten } from './useWhom.ts'

/** Of a form what says whom it is about. */
type WhomForm = {
  values: WhomWritten
  change(part: Partial<WhomWritten>): void
  field(
    name: 'about',
    label: ReactNode,
    more?: { said?: (value: never) => ReactNode; lack?: ReactNode },
  ): FieldOf<string[] | null>
}

export type AboutWhomProps = {
  caseId: string
  form: WhomForm
  whom: Whom | null
  /** Whom it is about where nobody is chosen, as the server tells it. */
  usual: ByDefault | undefined
  /** What is written: whoever is named there is asked about. */
  text: string
  /** Its class, where other institutions may read it as soon as it is kept. */
  opens?: OpenClass | undefined
  /** They read it only once it is opened to them. */
  onceOpen?: boolean
}

const whole = 'everybody'
const others = 'others'

/** One quiet line: whom it is about, without a tap; "zmień" unfolds the people of the household. */
export function AboutWhom({ caseId, form, whom, usual, text, opens, onceOpen }: AboutWhomProps) {
  const { t } = useTranslation('cases')
  const [unfolded, setUnfolded] = useState(false)
  const id = useId()
  const { value, onChange, error } = form.field('about', t('about.label'), {
    said: (about: string[] | null) => whom?.inWords(about ?? usual?.people ?? []),
    lack: t('about.lack'),
  })
  if (!whom?.everybody.length || (!usual && !value)) return null
  const { notAbout } = form.values
  const about = aboutOf(form.values, usual)
  const unseen = whom.unseen(about)
  const turn = (chip: string) => {
    if (chip === whole) return onChange(whom.isWhole(about) ? [] : whom.everybody)
    const meant = chip === others ? unseen : [chip]
    onChange(about.includes(meant[0]!) ? about.filter((each) => !meant.includes(each)) : [...about, ...meant])
  }
  return (
    <div className={styles.whom}>
      <p className="sm">
        <span className="muted">{t('about.label')}:</span>{' '}
        {about.length > 0 && <b className="m">{whom.inWords(about, value ? null : usual?.whom)}</b>}{' '}
        <button
          type="button"
          className={styles.change}
          aria-expanded={unfolded}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t(unfolded ? 'about.fold' : 'about.change')}
        </button>
      </p>
      {unfolded && (
        <fieldset id={id}>
          <legend className="vh">{t('about.label')}</legend>
          <Chips
            choices={[
              { value: whole, label: t('about.whole') },
              ...whom.choices(about).map((each) => ({ value: each, label: whom.nameOf(each) })),
              ...(unseen.length ? [{ value: others, label: t('about.somebodyElse') }] : []),
            ]}
            value={[...about, ...(whom.isWhole(about) ? [whole] : []), ...(unseen.length ? [others] : [])]}
            onTurn={turn}
          />
        </fieldset>
      )}
      {opens && about.length > 0 && (
        <p className="sm muted">
          <WillRead caseId={caseId} about={about} dataClass={opens} when={onceOpen ? 'onceOpen' : 'will'} />
        </p>
      )}
      <div aria-live="polite">
        {whom.alsoNamed(text, form.values, usual).map((person) => (
          <Note key={person.id}>
            <p>{t('about.isNamed', { name: whom.nameOf(person.id) })}</p>
            <div className={styles.answers}>
              <Button size="small" onClick={() => onChange([...about, person.id])}>
                {t('about.add', { name: whom.nameOf(person.id) })}
              </Button>
              <Button
                size="small"
                kind="quiet"
                onClick={() => form.change({ notAbout: [...notAbout, person.id] })}
              >
                {t('about.leave')}
              </Button>
            </div>
          </Note>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </div>
  )
}

/** Names beside what is not about the whole household, quietly; before something is opened always. */
export function OfWhom({ whom, about, always }: { whom: Whom | null; about: string[]; always?: boolean }) {
  const { t } = useTranslation('cases')
  const names = whom && (always ? whom.inWords(about) : whom.beside(about))
  return names ? <span className="sm muted">{t('about.beside', { names })}</span> : null
}
