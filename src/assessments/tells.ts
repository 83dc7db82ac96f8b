import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['view.opened', 'assessment.fixed'],
  course: {
    'assessment.opened': 'agreed',
    'assessment.fixed': 'agreed',
    'level.agreed': 'agreed',
  },
}
