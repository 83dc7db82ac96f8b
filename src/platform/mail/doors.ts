import { type Doors, page } from '../web/door.ts'

const pages = [page('/practice/outbox', () => import('./pages/OutboxPage.tsx'), 'OutboxPage')]

declare module '../web/address.ts' {
  interface Pages {
    mail: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    {
      to: '/practice/outbox',
      name: 'mail:doors.outbox',
      sub: 'mail:doors.outboxSub',
      more: 6,
      seen: ({ mode }) => mode === 'practice',
    },
  ],
}
