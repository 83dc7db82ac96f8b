import { lazy } from 'react'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/partnerships/$id/competence', () => import('./pages/CompetencePage.tsx'), 'CompetencePage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    competence: typeof pages
  }
}

export const doors: Doors = {
  pages,
  partnershipParts: [
    {
      key: 'competence',
      position: 10,
      Part: lazy(() =>
        import('./pages/PartnershipMap.tsx').then(({ PartnershipMap }) => ({ default: PartnershipMap })),
      ),
    },
  ],
}
