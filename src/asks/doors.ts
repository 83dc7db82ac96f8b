import { pageAt } from '../platform/web/address.ts'
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

const itsCover = ({ id }: { id: string }) => pageAt('/institution/covers/$id', { id })

export const doors: Doors = {
  pages,
  asks: [{ kind: 'cover', words: 'asks:asks.cover', to: itsCover, waitedAt: itsCover }],
  notices: [
    { kind: 'cover-answered', to: itsCover },
    { kind: 'cover-ended', to: itsCover },
    { kind: 'cover-rests', to: itsCover },
  ],
  places: [{ to: '/asks/letters', name: 'asks:doors.letters', sub: 'asks:doors.lettersSub', more: 2 }],
}
