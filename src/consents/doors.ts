import { type Doors, page } from '../platform/web/door.ts'

const pages = [page('/what-may-i-say', () => import('./pages/WhatMayISayPage.tsx'), 'WhatMayISayPage')]

declare module '../platform/web/address.ts' {
  interface Pages {
    consents: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [{ to: '/what-may-i-say', name: 'consents:doors.say', sub: 'consents:doors.saySub', more: 1 }],
}
