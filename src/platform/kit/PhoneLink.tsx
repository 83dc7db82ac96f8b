import { Phone } from 'lucide-react'
import { phoneHref, phoneWords } from '../texts/numbers.ts'
import styles from './PersonLine.module.css'

/** A number to tap, grouped the way it is said aloud. */
export function PhoneLink({ phone, bare }: { phone: string /** Without the receiver. */; bare?: boolean }) {
  if (bare) return <a href={phoneHref(phone)}>{phoneWords(phone)}</a>
  return (
    <a className={`with-icon ${styles.phone}`} href={phoneHref(phone)}>
      <Phone size={16} aria-hidden />
      <span>{phoneWords(phone)}</span>
    </a>
  )
}
