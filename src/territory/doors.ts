import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [page('/administration/territory', () => import('./pages/TerritoryPage.tsx'), 'TerritoryPage')],
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
