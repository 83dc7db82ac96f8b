import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: { item: 'baskets:tellings.item' },
  news: ['item.accepted', 'item.declined', 'item.changed', 'family.answered', 'basket.frozen'],
  course: {
    'goal.set': 'voice',
    'goal.changed': 'voice',
    'family.answered': 'voice',
    'item.accepted': 'answer',
    'item.declined': 'answer',
    'item.changed': 'answer',
    'goal.dropped': 'agreed',
    'gap.recorded': 'agreed',
    'basket.frozen': 'agreed',
  },
}
