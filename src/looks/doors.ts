import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [page('/my-looks', () => import('./pages/MyLooksPage.tsx'), 'MyLooksPage')],
  places: [{ to: '/my-looks', name: 'looks:doors.looks', sub: 'looks:doors.looksSub', more: 5, foot: true }],
}
