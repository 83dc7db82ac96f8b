import { Sun } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  { ...page('/', () => import('./pages/MyDayPage.tsx'), 'MyDayPage'), asks: '/api/day' as const },
  page('/calendar', () => import('./pages/CalendarPage.tsx'), 'CalendarPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    day: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    { to: '/', name: 'day:doors.day', bar: 1, icon: Sun },
    { to: '/calendar', name: 'day:doors.calendar', sub: 'day:doors.calendarSub', more: 2 },
  ],
}
