import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [page('/entry-requests/$id', () => import('./pages/EntryRequestPage.tsx'), 'EntryRequestPage')],
}
