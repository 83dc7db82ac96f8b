import { useTranslation } from 'react-i18next'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import type { guestStates } from '../contract.ts'

type State = (typeof guestStates)[number]

const looks: Record<State, StatusKind> = {
  asked: 'wait',
  refused: 'no',
  sent: 'asked',
  shut: 'late',
  in: 'ok',
  gone: 'declined',
}

/** How far a guest is on their way in. */
export function GuestState({ guest: { state, confirmer } }: { guest: { state: State; confirmer: string } }) {
  const { t } = useTranslation('guests', { keyPrefix: 'state' })
  return <Status kind={looks[state]}>{t(state, { name: confirmer })}</Status>
}
