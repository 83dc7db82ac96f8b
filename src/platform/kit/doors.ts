import { type Doors, page } from '../web/door.ts'

const pages = [page('/kit', () => import('./examples/KitPage.tsx'), 'KitPage', 'example')]

declare module '../web/address.ts' {
  interface Pages {
    kit: typeof pages
  }
}

export const doors: Doors = {
  pages,
}
