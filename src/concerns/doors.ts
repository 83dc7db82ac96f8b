import { Megaphone, Plus } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/concerns', () => import('./pages/ConcernsPage.tsx'), 'ConcernsPage'),
    page('/concerns/new', () => import('./pages/ReportConcernPage.tsx'), 'ReportConcernPage'),
    page('/concerns/$id', () => import('./pages/ConcernPage.tsx'), 'ConcernPage'),
    page('/concerns/$id/take-up', () => import('./pages/TakeUpPage.tsx'), 'TakeUpPage'),
  ],
  places: [{ to: '/concerns', name: 'concerns:doors.concerns', bar: 3, icon: Megaphone }],
  deeds: [{ to: '/concerns/new', name: 'concerns:doors.report', icon: Plus }],
  asks: [
    {
      kind: 'concern',
      words: 'concerns:asks.concern',
      to: ({ id }) => `/concerns/${id}`,
      waitedAt: ({ id }) => `/concerns/${id}`,
    },
  ],
}
