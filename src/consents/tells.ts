import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['consent.withdrawn'],
  course: {
    'consent.recorded': 'people',
    'consent.withdrawn': 'people',
    'basis.recorded': 'people',
    'sheet.answered': 'people',
    'ticks.withdrawn': 'people',
    'order.recorded': 'people',
    'without.decided': 'people',
    'without.ended': 'people',
    'register.printed': 'paper',
  },
}
