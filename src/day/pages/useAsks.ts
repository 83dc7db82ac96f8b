import { useTranslation } from 'react-i18next'
import { askKinds } from '../../platform/web/all-doors.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import '../../platform/web/phrases.ts'

type Ask = { kind: string; id: string; scopeId: string | null; what: string | null }

/** What an ask is called and where it is answered, by the slice whose kind it is. */
export function useAsks() {
  const { t } = useTranslation('day')
  const { label } = useCodes()
  const say = (ask: Ask, key: string) => {
    const { words, list } = askKinds.get(ask.kind)!
    return t(`${words}.${key}`, { what: list && ask.what ? label(list, ask.what) : (ask.what ?? '') })
  }
  return {
    question: (ask: Ask) => (askKinds.get(ask.kind)!.ownWords && ask.what) || say(ask, 'question'),
    deed: (ask: Ask) => say(ask, 'answer'),
    waited: (ask: Ask) => say(ask, 'waited'),
    placeOf: (ask: Ask) => askKinds.get(ask.kind)!.to(ask),
    waitedAt: (ask: Ask) => askKinds.get(ask.kind)!.waitedAt!(ask),
  }
}
