import { isIn, partnershipsApi } from '../../partnerships/pages/api.ts'
import { useAsk } from '../../platform/web/useAsk.ts'

/** The institutions that are in a partnership now, as families' pages name them. */
export function usePartners(partnershipId: string) {
  return useAsk(
    partnershipsApi.members,
    { params: { id: partnershipId } },
    {
      select: (members) =>
        members
          .filter(isIn)
          .map(({ institution: { id, name, shortName, kind } }) => ({ id, name: shortName ?? name, kind })),
    },
  )
}
