import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    referral: 'referrals:tellings.referral',
    completion: 'referrals:tellings.completion',
    'referral-step': 'referrals:tellings.step',
  },
  course: {
    'referral.accepted': 'answer',
    'referral.waiting': 'answer',
    'referral.declined': 'answer',
    'referral.returned': 'answer',
  },
}
