import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: [
    'item.accepted',
    'item.declined',
    'item.changed',
    'item.waiting',
    'item.returned',
    'item.begun',
    'item.told',
    'item.ended',
    'family.answered',
    'basket.frozen',
  ],
  course: {
    'goal.set': 'voice',
    'goal.changed': 'voice',
    'family.answered': 'voice',
    'item.accepted': 'answer',
    'item.declined': 'answer',
    'item.changed': 'answer',
    'item.waiting': 'answer',
    'item.returned': 'answer',
    'item.begun': 'answer',
    'item.told': 'answer',
    'item.ended': 'answer',
    'goal.dropped': 'agreed',
    'gap.recorded': 'agreed',
    'joined-referral.joined': 'answer',
    'basket.frozen': 'agreed',
  },
}
