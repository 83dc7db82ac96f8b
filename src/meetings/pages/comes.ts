import type { StatusKind } from '../../platform/kit/Status.tsx'

/** How it looks that somebody came, or did not. */
export const comes: Record<'present' | 'remote' | 'stand_in' | 'excused' | 'absent', StatusKind> = {
  present: 'ok',
  remote: 'ok',
  stand_in: 'ok',
  excused: 'declined',
  absent: 'question',
}
