import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/handovers/$id', () => import('./pages/HandoverPage.tsx'), 'HandoverPage'),
  page('/families/$id/team', () => import('./pages/TeamPage.tsx'), 'TeamPage'),
  page('/families/$id/coordinator', () => import('./pages/AppointPage.tsx'), 'AppointPage'),
  page('/families/$id/void', () => import('./pages/VoidCasePage.tsx'), 'VoidCasePage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    cases: typeof pages
  }
}

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'team',
      within: 'team',
      position: 50,
      name: 'cases:doors.teamPart',
      tab: 'cases:doors.teamTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate') || may.includes('head'),
    },
  ],
  notices: [
    { kind: 'withdrawn-consent', to: ({ id }) => pageAt('/families/$id', { id }) },
    { kind: 'task', to: ({ id }) => pageAt('/families/$id', { id }) },
  ],
  asks: [
    {
      kind: 'invitation',
      words: 'cases:asks.invitation',
      ownWords: true,
      to: ({ scopeId }) => pageAt('/families/$id', { id: scopeId! }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id/team', { id: scopeId! }),
    },
    {
      kind: 'handover',
      words: 'cases:asks.handover',
      to: ({ id }) => pageAt('/handovers/$id', { id }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id', { id: scopeId! }),
    },
    {
      kind: 'proposal',
      words: 'cases:asks.proposal',
      to: ({ scopeId }) => pageAt('/families/$id/team', { id: scopeId! }),
    },
    {
      kind: 'coordinator',
      words: 'cases:asks.coordinator',
      to: ({ scopeId }) => pageAt('/families/$id/team', { id: scopeId! }),
    },
    {
      kind: 'coordinator-elsewhere',
      words: 'cases:asks.coordinator-elsewhere',
      to: ({ scopeId }) => pageAt('/families/$id/coordinator', { id: scopeId! }),
    },
  ],
}
