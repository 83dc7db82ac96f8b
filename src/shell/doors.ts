import { Ellipsis } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/more', () => import('./MorePage.tsx'), 'MorePage'),
  page('/help', () => import('./HelpPage.tsx'), 'HelpPage'),
  page('/accessibility', () => import('./AccessibilityPage.tsx'), 'AccessibilityPage'),
  page('/sign-in', () => import('./SignInPage.tsx'), 'SignInPage', 'quiet'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    shell: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    { to: '/more', name: 'shell:doors.more', bar: 6, icon: Ellipsis },
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
