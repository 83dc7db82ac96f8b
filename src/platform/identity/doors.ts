import { User } from 'lucide-react'
import { type Doors, page } from '../web/door.ts'

export const doors: Doors = {
  pages: [
    page('/my-account', () => import('./pages/MyAccountPage.tsx'), 'MyAccountPage'),
    page('/reset', () => import('./pages/ResetPage.tsx'), 'ResetPage', 'quiet'),
    page('/reset/new', () => import('./pages/NewPasswordPage.tsx'), 'NewPasswordPage', 'quiet'),
  ],
  deeds: [{ to: '/my-account', name: 'identity:doors.account', icon: User }],
}
