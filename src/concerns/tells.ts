import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  course: {
    'concern.attached': 'agreed',
  },
  letters: { concern: 'concerns:tellings.concern', 'answered-concern': 'concerns:tellings.answered' },
  news: ['concern.attached'],
}
