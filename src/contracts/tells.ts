import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['contract.approved'],
  course: {
    'plan.drawn-up': 'paper',
    'plan.printed': 'paper',
    'sheet.printed': 'paper',
    'contract.drawn-up': 'paper',
    'contract.amendment-drawn-up': 'paper',
    'contract.printed': 'paper',
    'contract.signed': 'agreed',
    'contract.approved': 'agreed',
    'contract.ended': 'agreed',
    'action.evaluated': 'agreed',
    'review.held': 'agreed',
  },
}
