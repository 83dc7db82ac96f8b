import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { consentsApi } from '../../consents/pages/api.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { consentSteps } from './consentSteps.ts'

/** What is to be done about consents, told to the coordinator; nothing while it is not known. */
export function useConsentSteps(family: Family) {
  const asked = [{ params: { id: family.id } }, { enabled: family.may.includes('coordinate') }] as const
  const bases = useAsk(consentsApi.bases, ...asked)
  const joint = useAsk(consentsApi.jointWork, ...asked)
  if (!bases.data || !joint.data?.iRecord) return []
  const known = bases.data.bases.filter(({ state }) => state === 'valid').map(({ personId }) => personId)
  return consentSteps(joint.data, new Set(known))
}
