import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { KeptOffPaper } from '../../households/pages/KeptOffPaper.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { contractsApi } from './api.ts'

export const useLeftOut = (caseId: string) => useAsk(contractsApi.leftOut, { params: { id: caseId } })

/** What the paper of a plan or a contract leaves out because of whom it is for, told to whoever prints it. */
export function LeftOutOf({ family, paper }: { family: Family; paper: string }) {
  const { data } = useLeftOut(family.id)
  return <KeptOffPaper leftOut={data?.leftOut[paper] ?? []} />
}
