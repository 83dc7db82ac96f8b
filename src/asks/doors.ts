import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/asks/letters', () => import('./pages/LettersPage.tsx'), 'LettersPage'),
  page('/asks/$id', () => import('./pages/AskPage.tsx'), 'AskPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    asks: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [{ to: '/asks/letters', name: 'asks:doors.letters', sub: 'asks:doors.lettersSub', more: 2 }],
}
