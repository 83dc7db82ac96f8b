import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [page('/entry-requests/$id', () => import('./pages/EntryRequestPage.tsx'), 'EntryRequestPage')]

declare module '../platform/web/address.ts' {
  interface Pages {
    timeline: typeof pages
  }
}

export const doors: Doors = {
  pages,
  asks: [
    {
      kind: 'entry',
      words: 'timeline:asks.entry',
      to: ({ id }) => pageAt('/entry-requests/$id', { id }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id', { id: scopeId! }),
    },
  ],
}
