import { Plus, Send } from 'lucide-react'
import { lazy } from 'react'
import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'
import { isHeard } from './heard.ts'

const pages = [
  page('/concerns', () => import('./pages/ConcernsPage.tsx'), 'ConcernsPage'),
  page('/concerns/new', () => import('./pages/ReportConcernPage.tsx'), 'ReportConcernPage'),
  page('/concerns/$id', () => import('./pages/ConcernPage.tsx'), 'ConcernPage'),
  page('/concerns/$id/take-up', () => import('./pages/TakeUpPage.tsx'), 'TakeUpPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    concerns: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [{ to: '/concerns', also: '/referrals', name: 'referrals:doors.referrals', bar: 3, icon: Send }],
  deeds: [{ to: '/concerns/new', name: 'concerns:doors.report', icon: Plus }],
  hears: {
    of: isHeard,
    Part: lazy(() => import('./pages/ViolenceAsked.tsx').then((it) => ({ default: it.ViolenceAsked }))),
  },
  notices: [{ kind: 'answered-concern', to: ({ id }) => pageAt('/concerns/$id', { id }) }],
  asks: [
    {
      kind: 'concern',
      words: 'concerns:asks.concern',
      to: ({ id }) => pageAt('/concerns/$id', { id }),
      waitedAt: ({ id }) => pageAt('/concerns/$id', { id }),
    },
  ],
}
