import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { conflictOf } from '../web/request.ts'
import { ConflictNotice } from './ConflictNotice.tsx'

type Values = Record<string, string | null>

export type ChangedMeanwhileProps<V extends Values> = {
  /** What the deed threw; anything but a conflict shows nothing. */
  problem: unknown
  /** What I wrote. */
  mine: V
  /** Names of the fields, as in the form. */
  labels: { [Field in keyof V]: ReactNode }
  busy: boolean
  /** What is to stay, field by field, and the version from which to change. */
  onDecide: (values: V, version: number) => void
}

/** Above a form whose record somebody changed meanwhile: both values where they differ, and the person decides. */
export function ChangedMeanwhile<V extends Values>({
  problem,
  mine,
  labels,
  busy,
  onDecide,
}: ChangedMeanwhileProps<V>) {
  const { t } = useTranslation('kit')
  const theirs = conflictOf<V & { version: number }>(problem)
  if (!theirs) return null
  const differing = Object.keys(mine).filter((field) => (theirs[field] ?? '') !== (mine[field] ?? ''))
  return (
    <ConflictNotice
      by={t('conflict.somebody')}
      busy={busy}
      fields={differing.map((field) => ({
        field,
        label: labels[field],
        mine: mine[field] || '–',
        theirs: theirs[field] || '–',
      }))}
      onDecide={(choice) => {
        const kept = Object.fromEntries(
          Object.keys(mine).map((field) => [
            field,
            choice[field] === 'theirs' ? (theirs[field] ?? null) : mine[field]!,
          ]),
        ) as V
        onDecide(kept, theirs.version)
      }}
    />
  )
}
