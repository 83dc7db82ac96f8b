import { HandHeart } from 'lucide-react'
import { lazy } from 'react'
import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/families/$id/basket', () => import('./pages/BasketPage.tsx'), 'BasketPage'),
  page('/families/$id/referrals', () => import('./pages/FamilyReferralsPage.tsx'), 'FamilyReferralsPage'),
  page('/families/$id/basket/suggestion', () => import('./pages/SuggestionPage.tsx'), 'SuggestionPage'),
  page('/items/$id', () => import('./pages/ItemMovedPage.tsx'), 'ItemMovedPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    baskets: typeof pages
  }
}

export const doors: Doors = {
  pages,
  partnershipParts: [
    {
      key: 'money',
      position: 20,
      Part: lazy(() =>
        import('./pages/FamilyMoney.tsx').then(({ FamilyMoney }) => ({ default: FamilyMoney })),
      ),
    },
  ],
  referralParts: [
    {
      key: 'case',
      Part: lazy(() => import('./pages/JoinedPart.tsx').then(({ JoinedPart }) => ({ default: JoinedPart }))),
    },
  ],
  messageParts: [
    {
      kind: 'item',
      icon: HandHeart,
      deed: 'baskets:doors.fromMessage',
      became: 'baskets:doors.ofMessage',
      to: ({ id }) => pageAt('/families/$id/basket', { id }),
      Part: lazy(() =>
        import('./pages/ItemOfMessage.tsx').then(({ ItemOfMessage }) => ({ default: ItemOfMessage })),
      ),
    },
  ],
  familyParts: [
    {
      key: 'basket',
      within: 'plan',
      position: 30,
      name: 'baskets:doors.basketPart',
      tab: 'baskets:doors.basketTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
      led: true,
    },
    {
      key: 'referrals',
      within: 'plan',
      position: 36,
      name: 'baskets:doors.referralsPart',
      tab: 'baskets:doors.referralsTab',
      seen: ({ may }) => may.includes('team'),
    },
  ],
}
