import type { ReactNode } from 'react'
import styles from './KeyFacts.module.css'

export type KeyFact = { label: ReactNode; value: ReactNode /** A quieter second line. */; more?: ReactNode }

/** Facts with their names: under one another, or `across` the width for short explanations. */
export function KeyFacts({ facts, across }: { facts: KeyFact[]; across?: boolean }) {
  return (
    <dl className={across ? styles.across : styles.facts}>
      {facts.map(({ label, value, more }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts do not move
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            {value}
            {more && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
