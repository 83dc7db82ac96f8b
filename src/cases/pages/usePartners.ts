import { useQuery } from '@tanstack/react-query'
import { partnershipsApi } from '../../partnerships/pages/api.ts'

/** The institutions that are in a partnership now, as families' pages name them. */
export function usePartners(partnershipId: string) {
  return useQuery({
    queryKey: ['partnerships', partnershipId, 'members'],
    queryFn: () => partnershipsApi.members({ params: { id: partnershipId } }),
    select: (members) =>
      members
        .filter(({ state }) => state === 'member' || state === 'suspended')
        .map(({ institution: { id, name, shortName, kind } }) => ({ id, name: shortName ?? name, kind })),
  })
}
