import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import type { Address } from '../web/address.ts'
import styles from './Button.module.css'
import { Link } from './Link.tsx'

type Look = {
  /** One filled button a view; `quiet` is a word among text; `danger` only in a confirmation. */
  kind?: 'filled' | 'default' | 'quiet' | 'danger'
  /** `answer`: full width and thumb-high, for answers on a phone. */
  size?: 'small' | 'normal' | 'answer'
  icon?: LucideIcon
  /** A verb and what it concerns: "Uzgodnij 3 działania". */
  children: ReactNode
}

export type ButtonProps = Look &
  (
    | ({ to: Address } & Omit<ComponentProps<'a'>, 'href' | 'children'>)
    | ({ to?: undefined /** The deed is under way; a second click does nothing. */; busy?: boolean } & Omit<
        ComponentProps<'button'>,
        'children'
      >)
  )

/** A button, or with `to` a link that looks like one. Never disabled: it says what is missing instead. */
export function Button({
  kind = 'default',
  size = 'normal',
  icon: Icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  const look = [styles.button, styles[kind], size !== 'normal' && styles[size], className]
    .filter(Boolean)
    .join(' ')
  const iconSize = size === 'answer' ? 24 : size === 'small' ? 16 : 20
  if (rest.to !== undefined) {
    const { to, ...anchor } = rest
    return (
      <Link {...anchor} to={to} className={look}>
        {Icon && <Icon size={iconSize} aria-hidden />}
        <span>{children}</span>
      </Link>
    )
  }
  const { busy, onClick, type = 'button', to: _, ...button } = rest
  return (
    <button
      {...button}
      type={type}
      className={look}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? (
        <LoaderCircle size={iconSize} aria-hidden className={styles.busy} />
      ) : (
        Icon && <Icon size={iconSize} aria-hidden />
      )}
      <span>{children}</span>
    </button>
  )
}
