import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  course: {
    'concern.attached': 'agreed',
  },
  news: ['concern.attached'],
}
