import { type Doors, page } from '../web/door.ts'

export const doors: Doors = {
  pages: [page('/kit', () => import('./examples/KitPage.tsx'), 'KitPage', 'example')],
}
