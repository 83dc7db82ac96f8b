import type { ReactNode } from 'react'
import { conflictOf } from './request.ts'
import { isEmpty } from './shape.ts'

/** Another's change of the same thing: fields that differ, and what to do when the person has decided. */
export type FormConflict = {
  fields: { field: string; label: ReactNode; mine: ReactNode; theirs: ReactNode }[]
  decide: (choice: Record<string, 'mine' | 'theirs'>) => void
}

/** Which fields are shown: by place in the shape, the name among the values. */
export type Told<V> = Map<
  string,
  {
    name: keyof V & string
    label: ReactNode
    said: (value: never) => ReactNode
    /** Says lists too: one that nobody says cannot stand beside another. */
    lists?: boolean
  }
>

const isList = (value: unknown) => typeof value === 'object' && value !== null
/** Lists differ as they are read, in whichever order they are kept. */
const isSame = (one: unknown, other: unknown, said: (value: never) => ReactNode) => {
  if (!isList(one) || !isList(other)) return (one ?? '') === (other ?? '')
  const [words, others] = [said(one as never), said(other as never)]
  return typeof words === 'string' ? words === others : JSON.stringify(one) === JSON.stringify(other)
}

/**
 * What a refusal tells of another's change (409), field by field; null when nothing of it can stand beside one's own.
 * @param written how their record is written in this form, where that is not what the record holds
 */
export function conflictIn<V extends Record<string, unknown>>(
  problem: unknown,
  values: V,
  told: Told<V>,
  save: (kept: Partial<V>, version: number) => void,
  written: (theirs: Record<string, never>) => Partial<V> = () => ({}),
): FormConflict | null {
  const now = conflictOf<Record<string, unknown> & { version: number }>(problem)
  if (!now) return null
  const asWritten: Partial<V> = written(now as Record<string, unknown> as Record<string, never>)
  const theirs: Record<string, unknown> = { ...now }
  for (const [place, { name }] of told) if (name in asWritten) theirs[place] = asWritten[name]
  const differing = [...told].filter(
    ([place, { name, said, lists }]) =>
      place in theirs && (lists || !isList(theirs[place])) && !isSame(theirs[place], values[name], said),
  )
  if (differing.length === 0) return null
  const words = (value: unknown, said: (value: never) => ReactNode) =>
    isEmpty(value) ? '–' : said(value as never)
  return {
    fields: differing.map(([place, { name, label, said }]) => ({
      field: place,
      label,
      mine: words(values[name], said),
      theirs: words(theirs[place], said),
    })),
    decide: (choice) => {
      const kept = differing
        .filter(([place]) => choice[place] === 'theirs')
        .map(([place, { name }]) => [name, theirs[place] ?? (values[name] === null ? null : '')])
      save(Object.fromEntries(kept) as Partial<V>, now.version)
    },
  }
}
