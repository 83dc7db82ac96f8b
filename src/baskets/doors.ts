import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/families/$id/basket', () => import('./pages/BasketPage.tsx'), 'BasketPage'),
  page('/items/$id', () => import('./pages/AnswerItemPage.tsx'), 'AnswerItemPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    baskets: typeof pages
  }
}

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'basket',
      within: 'plan',
      position: 30,
      name: 'baskets:doors.basketPart',
      tab: 'baskets:doors.basketTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
      led: true,
    },
  ],
  asks: [
    {
      kind: 'item',
      words: 'baskets:asks.item',
      list: 'directory.service_kind',
      to: ({ id }) => pageAt('/items/$id', { id }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id/basket', { id: scopeId! }),
    },
  ],
}
