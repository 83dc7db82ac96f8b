import { Sun } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [page('/', () => import('./pages/MyDayPage.tsx'), 'MyDayPage')],
  places: [{ to: '/', name: 'day:doors.day', bar: 1, icon: Sun }],
}
