import { useAsk } from '../../platform/web/useAsk.ts'
import { asksApi } from './api.ts'
import { Remind } from './Remind.tsx'

type RemindOfProps = {
  /** What is asked about: an invitation, an item. */
  about: string
  caseId: string
  name: string
}

/** Reminds of what I wait for in a case; of anything else there is nothing to press. */
export function RemindOf({ about, caseId, name }: RemindOfProps) {
  const { data: asks } = useAsk(asksApi.remindable, { params: { id: caseId } })
  const ask = asks?.find(({ aboutId }) => aboutId === about)
  return ask && <Remind ask={ask} name={name} />
}
