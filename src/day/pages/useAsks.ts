import { useTranslation } from 'react-i18next'
import { type Address, inWork } from '../../platform/web/address.ts'
import { askKinds } from '../../platform/web/all-doors.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import '../../platform/web/phrases.ts'
import type { OfJob } from './MyDayPage.tsx'

type Ask = OfJob<{
  kind: string
  id: string
  scopeId: string | null
  what: string | null
  from?: string | null
}>

/** Where something is, in the job that it is about. */
export const inItsJob = (to: Address, { job }: Pick<OfJob<object>, 'job'>): Address =>
  job?.elsewhere ? inWork(to, job.id) : to

/** What an ask is called and where it is answered, by the slice whose kind it is. */
export function useAsks() {
  const { t } = useTranslation('day')
  const { label } = useCodes()
  const say = (ask: Ask, key: string) => {
    const { words, list } = askKinds.get(ask.kind)!
    return t(`${words}.${key}`, {
      what: list && ask.what ? label(list, ask.what) : (ask.what ?? ''),
      from: ask.from ?? '',
    })
  }
  return {
    question: (ask: Ask) => (askKinds.get(ask.kind)!.ownWords && ask.what) || say(ask, 'question'),
    deed: (ask: Ask) => say(ask, 'answer'),
    waited: (ask: Ask) => say(ask, 'waited'),
    placeOf: (ask: Ask) => inItsJob(askKinds.get(ask.kind)!.to(ask), ask),
    waitedAt: (ask: Ask) => inItsJob(askKinds.get(ask.kind)!.waitedAt!(ask), ask),
  }
}
