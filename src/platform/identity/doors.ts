import { User } from 'lucide-react'
import { type Doors, page } from '../web/door.ts'

const pages = [
  page('/my-account', () => import('./pages/MyAccountPage.tsx'), 'MyAccountPage'),
  page('/reset', () => import('./pages/ResetPage.tsx'), 'ResetPage', 'quiet'),
  page('/reset/new', () => import('./pages/NewPasswordPage.tsx'), 'NewPasswordPage', 'quiet'),
]

declare module '../web/address.ts' {
  interface Pages {
    identity: typeof pages
  }
}

export const doors: Doors = {
  pages,
  deeds: [{ to: '/my-account', name: 'identity:doors.account', icon: User }],
}
