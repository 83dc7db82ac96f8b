import { type Doors, page } from '../platform/web/door.ts'

const pages = [page('/my-looks', () => import('./pages/MyLooksPage.tsx'), 'MyLooksPage')]

declare module '../platform/web/address.ts' {
  interface Pages {
    looks: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [{ to: '/my-looks', name: 'looks:doors.looks', sub: 'looks:doors.looksSub', more: 5, foot: true }],
}
