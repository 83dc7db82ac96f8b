import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { hourFromTyping } from '../../institutions/hourFromTyping.ts'
import type { Where } from './api.ts'

export const chips = ['withoutCar', 'freePlaces', 'free', 'outsideMyVillage', 'neutral'] as const
export type Chip = (typeof chips)[number]

/** What is around, in kilometres by road. */
const around = 60

const nothing = {
  wanted: '',
  group: null as string | null,
  problem: null as string | null,
  targetGroup: null as string | null,
  weekday: null as string | null,
  at: '',
  age: '',
  leave: '08:00',
  until: '15:00',
  language: null as string | null,
  chips: [] as Chip[],
}

/** What is looked for, and the same as it is asked. */
export function useFilters(where: Where) {
  const [filters, set] = useState(() => ({
    ...nothing,
    commune: where.here?.commune ?? where.communes[0]?.terc ?? null,
    locality: where.here?.locality ?? null,
  }))
  const [typed] = useDebouncedValue(filters, 250)
  const { commune, locality, at, age, leave, until, chips: turned, wanted, ...rest } = typed
  const [leaves, ends] = [hourFromTyping(leave) ?? '08:00', hourFromTyping(until) ?? '15:00']
  const query = {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value)),
    ...(wanted.trim() && { wanted: wanted.trim() }),
    ...(hourFromTyping(at) && { at: hourFromTyping(at) }),
    ...(/^\d{1,3}$/.test(age) && { age }),
    ...(locality && { commune: commune!, locality, leave: leaves, until: ends, within: around }),
    ...Object.fromEntries(
      turned
        .filter((chip) => (chip !== 'outsideMyVillage' && chip !== 'withoutCar') || locality)
        .map((chip) => [chip, 'yes' as const]),
    ),
  }
  return {
    filters,
    query,
    leaves,
    ends,
    change: (part: Partial<typeof filters>) => set((before) => ({ ...before, ...part })),
  }
}
export type FiltersOf = ReturnType<typeof useFilters>
