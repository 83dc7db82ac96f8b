import { type Doors, page } from '../platform/web/door.ts'

const pages = [page('/administration/territory', () => import('./pages/TerritoryPage.tsx'), 'TerritoryPage')]

declare module '../platform/web/address.ts' {
  interface Pages {
    territory: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    {
      to: '/administration/territory',
      name: 'territory:doors.territory',
      sub: 'territory:doors.territorySub',
      more: 7,
      seen: ({ account }) => account.administrator,
    },
  ],
}
