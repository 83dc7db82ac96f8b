import { Armchair, Send } from 'lucide-react'
import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/referrals', () => import('./pages/ReferralsPage.tsx'), 'SentPage'),
  page('/referrals/received', () => import('./pages/ReferralsPage.tsx'), 'ReceivedPage'),
  page('/referrals/new', () => import('./pages/NewReferralPage.tsx'), 'NewReferralPage'),
  page('/referrals/places', () => import('./pages/PlacesPage.tsx'), 'PlacesPage'),
  page('/guest/$visit/referral', () => import('./pages/GuestReferralPage.tsx'), 'GuestReferralPage', 'quiet'),
  page('/referrals/$id', () => import('./pages/ReferralPage.tsx'), 'ReferralPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    referrals: typeof pages
  }
}

/** By what is asked: within a case its place is the case. */
const itsPage = ({ id }: { id: string }) => pageAt('/referrals/$id', { id })

export const doors: Doors = {
  pages,
  deeds: [
    { to: '/referrals/new', name: 'referrals:doors.new', icon: Send },
    { to: '/referrals/places', name: 'referrals:doors.places', icon: Armchair },
  ],
  signs: { referral: Send },
  notices: [
    { kind: 'referral-step', to: itsPage },
    { kind: 'referral-stopped', to: itsPage },
  ],
  asks: [
    {
      kind: 'referral',
      words: 'referrals:asks.referral',
      list: 'directory.service_kind',
      to: itsPage,
      waitedAt: itsPage,
    },
    { kind: 'completion', words: 'referrals:asks.completion', to: itsPage },
  ],
}
