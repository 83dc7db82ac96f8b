import { type Doors, page } from '../web/door.ts'

export const doors: Doors = {
  pages: [page('/practice/outbox', () => import('./pages/OutboxPage.tsx'), 'OutboxPage')],
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
