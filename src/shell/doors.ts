import { Ellipsis } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/more', () => import('./MorePage.tsx'), 'MorePage'),
    page('/help', () => import('./HelpPage.tsx'), 'HelpPage'),
    page('/accessibility', () => import('./AccessibilityPage.tsx'), 'AccessibilityPage'),
    page('/sign-in', () => import('./SignInPage.tsx'), 'SignInPage', 'quiet'),
  ],
  places: [
    { to: '/more', name: 'shell:doors.more', bar: 5, icon: Ellipsis },
    { to: '/help', name: 'shell:doors.help', sub: 'shell:doors.helpSub', more: 3, foot: true },
    {
      to: '/accessibility',
      name: 'shell:doors.accessibility',
      sub: 'shell:doors.accessibilitySub',
      more: 4,
      foot: true,
    },
  ],
}
