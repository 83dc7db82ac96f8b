import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [page('/entry-requests/$id', () => import('./pages/EntryRequestPage.tsx'), 'EntryRequestPage')],
  asks: [
    {
      kind: 'entry',
      words: 'timeline:asks.entry',
      to: ({ id }) => `/entry-requests/${id}`,
      waitedAt: ({ scopeId }) => `/families/${scopeId}`,
    },
  ],
}
