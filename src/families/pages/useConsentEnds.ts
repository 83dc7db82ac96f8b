import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { consentsApi } from '../../consents/pages/api.ts'
import type { Day } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'

export type ConsentEnd = { personId: string; name: string; until: Day }

/** Until when something about each person may be read by partners, the first end first; nothing while it is not known. */
export function useConsentEnds(family: Family): ConsentEnd[] | undefined {
  const asked = [{ params: { id: family.id } }, { enabled: family.may.includes('team') }] as const
  const bases = useAsk(consentsApi.bases, ...asked)
  const joint = useAsk(consentsApi.jointWork, ...asked)
  if (!bases.data || !joint.data) return undefined
  const ends = new Map<string, ConsentEnd>()
  for (const { personId, personName: name, until } of [
    ...bases.data.bases.filter(({ state }) => state === 'valid'),
    ...joint.data.open,
  ])
    if (personId && until && (ends.get(personId)?.until ?? '') < until)
      ends.set(personId, { personId, name, until })
  return [...ends.values()].sort((a, b) => a.until.localeCompare(b.until))
}
