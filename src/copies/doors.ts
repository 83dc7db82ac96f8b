import { type Doors, page } from '../platform/web/door.ts'

const pages = [page('/families/$id/copy', () => import('./pages/CopyPage.tsx'), 'CopyPage')]

declare module '../platform/web/address.ts' {
  interface Pages {
    copies: typeof pages
  }
}

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'copy',
      within: 'family',
      position: 80,
      name: 'copies:doors.copyPart',
      tab: 'copies:doors.copyTab',
      seen: ({ may }) => may.includes('coordinate'),
    },
  ],
}
