import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/guest', () => import('./pages/EnterPage.tsx'), 'EnterPage', 'quiet'),
  page('/guests/$id', () => import('./pages/GuestPage.tsx'), 'GuestPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    guests: typeof pages
  }
}

const itsPage = ({ id }: { id: string }) => pageAt('/guests/$id', { id })

export const doors: Doors = {
  pages,
  asks: [{ kind: 'guest-address', words: 'guests:asks.address', to: itsPage, waitedAt: itsPage }],
}
