import { lazy } from 'react'
import type { DuePart } from '../../platform/web/door.ts'

/** Few have one, and the texts are long: they come when there is one. */
const Agreements = lazy(() =>
  import('./AgreementsDue.tsx').then(({ AgreementsDue }) => ({ default: AgreementsDue })),
)

export const due: DuePart = { kind: 'agreement-that-ends', place: 'above', position: 10, Part: Agreements }
