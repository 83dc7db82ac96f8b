import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: { item: 'baskets:tellings.item' },
  news: ['item.accepted', 'item.declined', 'item.changed', 'family.answered', 'basket.frozen'],
}
