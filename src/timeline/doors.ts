import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/entry-requests/$id', () => import('./pages/EntryRequestPage.tsx'), 'EntryRequestPage'),
  page('/families/$id/timeline', () => import('./pages/TimelinePage.tsx'), 'TimelinePage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    timeline: typeof pages
  }
}

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'timeline',
      within: 'course',
      position: 75,
      name: 'timeline:doors.timelinePart',
      tab: 'timeline:doors.timelineTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
    },
  ],
  asks: [
    {
      kind: 'entry',
      words: 'timeline:asks.entry',
      to: ({ id }) => pageAt('/entry-requests/$id', { id }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id/timeline', { id: scopeId! }),
    },
  ],
}
