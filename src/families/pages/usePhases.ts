import { useTranslation } from 'react-i18next'
import { phases } from '../contract.ts'

type Phase = (typeof phases)[number]

/** Names of the phases of a case in order (closed is the end of all, not a step), and the place of one of them. */
export function usePhases() {
  const { t } = useTranslation('families', { keyPrefix: 'phases' })
  return {
    steps: phases.slice(0, -1).map((phase) => t(phase)),
    placeOf: (phase: Phase) => phases.indexOf(phase),
    nameOf: (phase: Phase) => t(phase),
  }
}
