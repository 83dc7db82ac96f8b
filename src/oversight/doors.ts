import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/oversight', () => import('./pages/JournalPage.tsx'), 'JournalPage'),
  page('/oversight/looks', () => import('./pages/LooksPage.tsx'), 'LooksPage'),
  page('/oversight/records', () => import('./pages/RecordsPage.tsx'), 'RecordsPage'),
  page('/oversight/records/$id', () => import('./pages/RecordPage.tsx'), 'RecordPage'),
  page('/oversight/ask/$scopeId', () => import('./pages/AskRecordPage.tsx'), 'AskRecordPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    oversight: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    {
      to: '/oversight',
      name: 'oversight:doors.journal',
      sub: 'oversight:doors.journalSub',
      more: 2,
      seen: ({ worker }) => Boolean(worker?.oversees),
    },
    {
      to: '/oversight/records',
      name: 'oversight:doors.records',
      sub: 'oversight:doors.recordsSub',
      more: 2,
      seen: ({ worker }) => Boolean(worker?.isHead),
    },
  ],
  asks: [
    { kind: 'officer', words: 'oversight:asks.officer', to: () => '/institution' },
    { kind: 'record', words: 'oversight:asks.record', to: () => '/oversight/records' },
  ],
}
