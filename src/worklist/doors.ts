import { lazy } from 'react'
import type { Doors } from '../platform/web/door.ts'

export const doors: Doors = {
  dueParts: [
    {
      kind: 'task',
      place: 'below',
      position: 10,
      Part: lazy(() => import('./pages/TasksDue.tsx').then(({ TasksDue }) => ({ default: TasksDue }))),
      withPage: true,
    },
  ],
}
