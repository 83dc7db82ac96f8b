import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PersonLine.module.css'
import { PhoneLink } from './PhoneLink.tsx'
import { Status } from './Status.tsx'

export type PersonLineProps = {
  name: ReactNode
  /** Institution and part: "GOPS w Oksie, asystent rodziny". */
  part: ReactNode
  phone?: string | null
  /** When it is best to call: "po 12:00", "pon. i śr." */
  hours?: string | null
  you?: boolean
  /** We wait for this person or institution to join. */
  waiting?: boolean
  end?: ReactNode
}

/** Someone who works with the family, in `Rows`: the phone comes first. */
export function PersonLine({ name, part, phone, hours, you, waiting, end }: PersonLineProps) {
  const { t } = useTranslation('kit')
  return (
    <li className={styles.person}>
      <div className={styles.reach}>
        {waiting ? (
          <Status kind="wait">{t('person.waiting')}</Status>
        ) : phone ? (
          <PhoneLink phone={phone} bare />
        ) : (
          <span className="sm muted">{t('person.noPhone')}</span>
        )}
        {!waiting && hours && <span className={styles.hours}>{hours}</span>}
      </div>
      <div className={styles.words}>
        <p className="m">
          {name}
          {you && <span className={styles.you}> ({t('person.you')})</span>}
        </p>
        <p className="sm muted">{part}</p>
      </div>
      {end && <div className={styles.end}>{end}</div>}
    </li>
  )
}
