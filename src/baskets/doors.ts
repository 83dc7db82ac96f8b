import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/families/$id/basket', () => import('./pages/BasketPage.tsx'), 'BasketPage'),
    page('/items/$id', () => import('./pages/AnswerItemPage.tsx'), 'AnswerItemPage'),
  ],
  familyParts: [
    {
      key: 'basket',
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
      list: 'baskets.service_kind',
      to: ({ id }) => `/items/${id}`,
      waitedAt: ({ scopeId }) => `/families/${scopeId}/basket`,
    },
  ],
}
