import { useTranslation } from 'react-i18next'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { SocialContract } from './api.ts'

type Progress = NonNullable<SocialContract['actions'][number]['progress']>
export type State = Progress['state']
const look: Record<State, StatusKind> = { begun: 'ok', not_happened: 'no', finished: 'ok' }

/** How a service goes, by the last word of who does it. */
export function HowItGoes({ progress: { state, words, on } }: { progress: Progress }) {
  const { t } = useTranslation('contracts')
  const { dayAndMonth } = useWords()
  return (
    <>
      <Status kind={look[state]}>
        {t(`due.states.${state}`)}, {dayAndMonth(on)}
      </Status>
      {words && ` ${words}`}
    </>
  )
}
